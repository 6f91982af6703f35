import { ArrowDownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Virtuoso } from 'react-virtuoso'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import type { Thread } from '../state/desk-state.ts'
import { shownOf } from '../state/reduce-past.ts'
import { useTexts } from '../texts/use-texts.ts'
import { MessageRow } from './message-list.tsx'
import { PendingLine } from './pending-line.tsx'
import { TypingLine } from './typing-line.tsx'
import { type History, useHistory } from './use-history.ts'
import { useTranscriptScroll } from './use-transcript-scroll.ts'

interface TranscriptProps {
  readonly conversation: DeskConversation
  readonly thread: Thread
  /** The message to show, each time that it is asked for anew. */
  readonly target: Target | undefined
}

export interface Target {
  readonly seq: number
}

/** Room outside of the visible part that is drawn all the same: scrolling must not show holes. */
const DRAWN_BEYOND = 600
const NEAR_END = 60
const FLASH = 2400

/** What Virtuoso hands to the parts above and below the messages. */
interface Around {
  readonly conversationId: string
  readonly earlier: boolean
  readonly past: boolean
  readonly history: History
  /** Something was put below the messages. */
  readonly onGrown: () => void
}

const PARTS = { Header: Beginning, Footer: End }

/** The conversation itself, of which only what is in sight is drawn; stays at its end unless one has scrolled up to read. */
export function Transcript({ conversation, thread, target }: TranscriptProps) {
  const texts = useTexts()
  const desk = useDesk()
  const { id } = conversation
  const outbox = useDeskState((state) => state.outbox)
  const pending = useMemo(() => outbox.filter((one) => one.conversationId === id), [outbox, id])
  const { messages, earlier } = shownOf(thread)
  const past = thread.past !== undefined
  const tail = past ? [] : pending
  const history = useHistory(id)
  const scroll = useTranscriptScroll(thread.messages.at(-1)?.seq ?? 0, pending.length)
  const flashed = useTarget(target, scroll.list, messages)

  // `seq` counts without a hole, so a message's own number is its place: pages that come in above move nothing.
  const first = messages[0]?.seq ?? 1
  const start = past && target ? messages.findIndex((one) => one.seq === target.seq) : -1
  const toEnd = () => (past ? desk.store.send({ type: 'past:closed', conversationId: id }) : scroll.toEnd())
  useWritingEndsPast(past, pending.length, toEnd)

  return (
    <div className="transcript-frame">
      <Virtuoso<undefined, Around>
        key={thread.leaps}
        ref={scroll.list}
        className="transcript"
        role="log"
        aria-label={texts.thread.log}
        // Old messages that come into sight while one reads are no news.
        aria-live={scroll.away || past ? 'off' : 'polite'}
        tabIndex={0}
        context={{ conversationId: id, earlier, past, history, onGrown: scroll.stay }}
        components={PARTS}
        totalCount={messages.length + tail.length}
        firstItemIndex={first}
        initialTopMostItemIndex={start < 0 ? { index: 'LAST', align: 'end' } : { index: start, align: 'center' }}
        computeItemKey={(index) => keyOf(messages[index - first] ?? tail[index - first - messages.length], index)}
        itemContent={(index) => {
          const message = messages[index - first]
          const waiting = tail[index - first - messages.length]
          const last = index - first === messages.length + tail.length - 1
          return (
            <div className={rowClass(message?.seq === flashed && message !== undefined, last)}>
              {message ? (
                <MessageRow conversation={conversation} message={message} before={messages[index - first - 1]} />
              ) : null}
              {waiting ? <PendingLine pending={waiting} /> : null}
            </div>
          )
        }}
        increaseViewportBy={DRAWN_BEYOND}
        atBottomThreshold={NEAR_END}
        atBottomStateChange={scroll.onAtEnd}
        followOutput={(atEnd) => (atEnd && !past ? 'auto' : false)}
        startReached={() => earlier && history.earlier()}
        endReached={() => past && history.later()}
      />
      {scroll.away || past ? (
        <Button className="to-end" shape="round" size="small" icon={<ArrowDownOutlined />} onClick={toEnd}>
          {scroll.missed ? texts.thread.newMessages : past ? texts.thread.toNewest : ''}
        </Button>
      ) : null}
    </div>
  )
}

function rowClass(flashed: boolean, last: boolean): string {
  return `transcript-row${flashed ? ' flashed' : ''}${last ? ' last' : ''}`
}

/** A message keeps its key from the moment it is written. */
function keyOf(
  row: { readonly clientId?: string | undefined; readonly id?: string } | undefined,
  index: number,
): string {
  return row?.clientId ?? row?.id ?? String(index)
}

/** Takes the list to the message that was asked for, and marks it for a moment. */
function useTarget(
  target: Target | undefined,
  list: ReturnType<typeof useTranscriptScroll>['list'],
  messages: Thread['messages'],
): number | undefined {
  const [flashed, setFlashed] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: messages that come later are no reason to go there again.
  useEffect(() => {
    if (!target) return
    const index = messages.findIndex((one) => one.seq === target.seq)
    if (index >= 0) list.current?.scrollToIndex({ index, align: 'center' })
    setFlashed(target.seq)
    const over = setTimeout(() => setFlashed(undefined), FLASH)
    return () => clearTimeout(over)
  }, [target, list])
  return flashed
}

/** What one writes stands at the end: whoever was reading the past is taken there. */
function useWritingEndsPast(past: boolean, own: number, toEnd: () => void): void {
  const [known, setKnown] = useState(own)
  useEffect(() => {
    if (own !== known) setKnown(own)
    if (own > known && past) toEnd()
  }, [own, known, past, toEnd])
}

function Beginning({ context }: { readonly context?: Around }) {
  const texts = useTexts()
  const { busy, failed, earlier } = context?.history ?? {}
  return (
    <div className="transcript-start">
      {context?.earlier ? (
        <p className="thread-start">
          {failed ? `${texts.loadFailed} ` : null}
          <Button type="link" size="small" loading={busy ?? false} onClick={earlier}>
            {failed ? texts.retry : texts.thread.earlier}
          </Button>
        </p>
      ) : (
        <p className="thread-start">{texts.thread.start}</p>
      )}
    </div>
  )
}

function End({ context }: { readonly context?: Around }) {
  return (
    <div className="transcript-end">
      {context && !context.past ? (
        <TypingLine conversationId={context.conversationId} onShown={context.onGrown} />
      ) : null}
    </div>
  )
}
