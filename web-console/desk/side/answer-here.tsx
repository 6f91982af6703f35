import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { AnswerFound } from '../../../src/protocol/knowledge.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { useInsert } from './use-insert.ts'
import { useIsMine } from './use-is-mine.ts'

interface AnswerHereProps {
  readonly intent: string
  readonly conversationId: string
}

/** What an intent's answer says in this conversation, to be taken over or sent. */
export function AnswerHere({ intent, conversationId }: AnswerHereProps) {
  const texts = useTexts()
  const { found, refused } = useAnswer(intent, conversationId)
  const place = found?.answer === undefined || found.ofProduct ? '' : `?answer=${found.answer}`
  return (
    <div className="answer-here">
      {refused ? <p role="alert">{refused}</p> : null}
      {!found && !refused ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : null}
      {found ? <Said found={found} conversationId={conversationId} /> : null}
      <Link to={`/knowledge/intents/${encodeURIComponent(intent)}${place}`}>{texts.side.open}</Link>
    </div>
  )
}

function Said({ found, conversationId }: { readonly found: AnswerFound; readonly conversationId: string }) {
  const texts = useTexts()
  const { side } = texts
  const desk = useDesk()
  const mine = useIsMine(conversationId)
  const insert = useInsert(conversationId)
  const { text, missing, ofProduct } = found
  if (text === undefined) {
    return <p className="answer-missing">{missing ? side.missing(missing.label[texts.locale]) : side.noAnswer}</p>
  }
  return (
    <>
      <p className="answer-text">{text}</p>
      {ofProduct ? <small className="answer-own">{side.ofProduct}</small> : null}
      {mine ? (
        <div className="answer-acts">
          <Button size="small" type="primary" onClick={() => insert(text)}>
            {side.fill}
          </Button>
          <Button size="small" onClick={() => desk.outbox.add({ conversationId, kind: 'text', content: text })}>
            {side.send}
          </Button>
        </div>
      ) : (
        <small className="answer-own">{side.notMine}</small>
      )}
    </>
  )
}

function useAnswer(intent: string, conversationId: string) {
  const texts = useTexts()
  const [state, setState] = useState<{ found?: AnswerFound; thrown?: unknown }>({})
  useEffect(() => {
    let current = true
    const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/answers/${encodeURIComponent(intent)}`
    request<AnswerFound>('POST', path).then(
      (found) => {
        if (current) setState({ found })
      },
      (thrown: unknown) => {
        if (current) setState({ thrown })
      },
    )
    return () => {
      current = false
    }
  }, [intent, conversationId])
  return { found: state.found, refused: state.thrown === undefined ? '' : thrownText(texts, state.thrown) }
}
