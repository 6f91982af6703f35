import { CommentOutlined, RedoOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { DeskMessage } from '../../src/protocol/console.ts'
import type { TriedTurnView } from '../../src/protocol/try-out.ts'
import { MessageBody } from '../desk/message-body.tsx'
import { thrownText } from '../net/refusal.ts'
import { Blank } from '../shell/blank.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { Said, Talk } from './use-talk.ts'

interface TalkChatProps {
  readonly talk: Talk
  /** Which turn is looked at. */
  readonly chosen: number
  readonly onChoose: (turn: number) => void
  readonly onSay: (words: Said) => void
}

/** The talk as the shopper would see it. */
export function TalkChat({ talk, chosen, onChoose, onSay }: TalkChatProps) {
  const texts = useTexts()
  const { tryOut } = texts
  const turns = talk.tried?.turns ?? []
  const waiting = talk.said.slice(turns.length)
  return (
    <section className="try-chat" aria-label={tryOut.talk}>
      <ChatTools talk={talk} />
      <Log ended={`${turns.length} ${waiting.length}`}>
        {talk.said.length === 0 ? <Start onSay={onSay} /> : null}
        {turns.slice(0, talk.said.length).map((turn, at) => (
          <Turn
            key={turn.said.seq}
            turn={turn}
            here={at === chosen}
            last={at === turns.length - 1 && waiting.length === 0}
            onChoose={() => onChoose(at)}
            onSay={onSay}
          />
        ))}
        {waiting.map((words) => (
          <p key={words.key} className="try-said waiting">
            {words.text}
          </p>
        ))}
        {talk.thrown === undefined ? null : (
          <p className="try-failed" role="alert">
            {thrownText(texts, talk.thrown)}{' '}
            <Button size="small" onClick={talk.again}>
              {texts.retry}
            </Button>
          </p>
        )}
      </Log>
      <Words talk={talk} onSay={onSay} />
    </section>
  )
}

function ChatTools({ talk }: { readonly talk: Talk }) {
  const { tryOut } = useTexts()
  const empty = talk.said.length === 0
  return (
    <p className="try-tools">
      <Tooltip title={tryOut.undoHint}>
        <Button size="small" icon={<RollbackOutlined />} disabled={empty} onClick={talk.undo}>
          {tryOut.undo}
        </Button>
      </Tooltip>
      <Button size="small" icon={<RedoOutlined />} disabled={empty} loading={talk.busy && !empty} onClick={talk.again}>
        {tryOut.again}
      </Button>
      <Button size="small" disabled={empty} onClick={talk.restart}>
        {tryOut.restart}
      </Button>
    </p>
  )
}

/** Stays at its end. */
function Log({ ended, children }: { readonly ended: string; readonly children: React.ReactNode }) {
  const { tryOut } = useTexts()
  const log = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = log.current
    if (ended !== '0 0' && box) box.scrollTop = box.scrollHeight
  }, [ended])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it.
    <div ref={log} className="try-log" role="log" aria-label={tryOut.talk} tabIndex={0}>
      {children}
    </div>
  )
}

function Start({ onSay }: { readonly onSay: (words: Said) => void }) {
  const { tryOut } = useTexts()
  return (
    <Blank icon={<CommentOutlined />} title={tryOut.empty} hint={tryOut.emptyHint}>
      <span className="try-options">
        {tryOut.starters.map((text) => (
          <Button key={text} size="small" onClick={() => onSay({ text })}>
            {text}
          </Button>
        ))}
      </span>
    </Blank>
  )
}

interface TurnProps {
  readonly turn: TriedTurnView
  readonly here: boolean
  readonly last: boolean
  readonly onChoose: () => void
  readonly onSay: (words: Said) => void
}

function Turn({ turn, here, last, onChoose, onSay }: TurnProps) {
  const { tryOut } = useTexts()
  const replies = turn.replies.filter(({ body }) => body.kind !== 'event')
  const offered = replies.flatMap(({ body }) => optionsIn(body))
  return (
    <div className={here ? 'try-turn here' : 'try-turn'}>
      <button type="button" className="try-said" aria-pressed={here} title={tryOut.look} onClick={onChoose}>
        {'text' in turn.said.body ? turn.said.body.text : ''}
      </button>
      {replies.length === 0 ? <p className="try-silent">{tryOut.silent}</p> : null}
      {replies.map((reply) => (
        <div key={reply.id} className={`try-reply from-${reply.author.kind}`}>
          <MessageBody body={withoutOptions(reply.body)} />
        </div>
      ))}
      {last && offered.length > 0 ? (
        <span className="try-options">
          {offered.map(({ value, label }) => (
            <Button key={value} size="small" onClick={() => onSay({ text: label, choice: value })}>
              {label}
            </Button>
          ))}
        </span>
      ) : null}
    </div>
  )
}

type Body = DeskMessage['body']

function optionsIn(body: Body) {
  if (body.kind === 'clarify') return body.choices
  return body.kind === 'text' && 'quickReplies' in body ? (body.quickReplies ?? []) : []
}

/** They are offered as buttons below. */
function withoutOptions(body: Body): Body {
  if (body.kind === 'clarify') return { kind: 'text', text: body.text }
  if (body.kind !== 'text') return body
  const { quickReplies: _, ...rest } = body
  return rest
}

function Words({ talk, onSay }: { readonly talk: Talk; readonly onSay: (words: Said) => void }) {
  const { tryOut } = useTexts()
  const [text, setText] = useState('')
  const send = () => {
    const words = text.trim()
    if (words === '' || talk.full) return
    setText('')
    onSay({ text: words })
  }
  return (
    <form
      className="try-words"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Input.TextArea
        value={text}
        maxLength={2000}
        rows={2}
        placeholder={talk.full ? tryOut.full : tryOut.placeholder}
        aria-label={tryOut.placeholder}
        disabled={talk.full}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <Button type="primary" htmlType="submit" disabled={text.trim() === '' || talk.full}>
        {tryOut.send}
      </Button>
    </form>
  )
}
