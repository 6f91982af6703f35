import { ArrowDownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Virtuoso } from 'react-virtuoso'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import type { PendingMessage, Thread } from '../state/desk-state.ts'
import { shownOf } from '../state/reduce-past.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type Around, Beginning, End } from './transcript-ends.tsx'
import { TranscriptRow } from './transcript-row.tsx'
import { useHistory } from './use-history.ts'
import type { Target } from './use-jumping.ts'
import { useTarget } from './use-target.ts'
import { NEAR_END, type TranscriptScroll, useTranscriptScroll } from './use-transcript-scroll.ts'

interface TranscriptProps {
  readonly conversation: DeskConversation
  readonly thread: Thread
  readonly target: Target | undefined
}

/** Room outside of the visible part that is drawn all the same: scrolling must not show holes. */
const DRAWN_BEYOND = 600
const PARTS = { Header: Beginning, Footer: End }
const NONE: readonly PendingMessage[] = []

/** The conversation itself; stays at its end unless one has scrolled up to read. */
export function Transcript({ conversation, thread, target }: TranscriptProps) {
  const texts = useTexts()
  const desk = useDesk()
  const { id } = conversation
  const outbox = useDeskState((state) => state.outbox)
  const pending = useMemo(() => outbox.filter((one) => one.conversationId === id), [outbox, id])
  const past = thread.past !== undefined
  const scroll = useTranscriptScroll(thread.messages.at(-1)?.seq ?? 0, pending.length, past, () =>
    desk.store.send({ type: 'past:closed', conversationId: id }),
  )

  return (
    <div className="transcript-frame">
      <Log
        // After a leap it is another list: nothing that was measured holds.
        key={thread.leaps}
        conversation={conversation}
        thread={thread}
        target={target}
        pending={past ? NONE : pending}
        scroll={scroll}
      />
      {scroll.away || past ? (
        <Button className="to-end" shape="round" size="small" icon={<ArrowDownOutlined />} onClick={scroll.toEnd}>
          {scroll.missed ? texts.thread.newMessages : past ? texts.thread.toNewest : ''}
        </Button>
      ) : null}
    </div>
  )
}

interface LogProps extends TranscriptProps {
  readonly pending: readonly PendingMessage[]
  readonly scroll: TranscriptScroll
}

/** Only what is in sight is drawn, however long the conversation is. */
function Log({ conversation, thread, target, pending, scroll }: LogProps) {
  const texts = useTexts()
  const { messages, earlier } = shownOf(thread)
  const past = thread.past !== undefined
  const history = useHistory(conversation.id)
  const flashed = useTarget(target, scroll.list, messages)
  // `seq` counts without a hole, so a message's own number is its place: pages that come in above move nothing.
  const first = messages[0]?.seq ?? 1
  const count = messages.length + pending.length
  const start = past && target ? messages.findIndex((one) => one.seq === target.seq) : -1
  const rowAt = (index: number) => {
    const message = messages[index - first]
    return { message, pending: message ? undefined : pending[index - first - messages.length] }
  }

  return (
    <Virtuoso<undefined, Around>
      ref={scroll.list}
      scrollerRef={scroll.onScroller}
      className="transcript"
      role="log"
      aria-label={texts.thread.log}
      // Old messages that come into sight while one reads are no news.
      aria-live={scroll.away || past ? 'off' : 'polite'}
      tabIndex={0}
      context={{ conversation, earlier, past, history, onGrown: scroll.stay }}
      components={PARTS}
      totalCount={count}
      firstItemIndex={first}
      initialTopMostItemIndex={start < 0 ? { index: 'LAST', align: 'end' } : { index: start, align: 'center' }}
      computeItemKey={(index) => {
        const { message, pending: waiting } = rowAt(index)
        return waiting?.clientId ?? message?.clientId ?? message?.id ?? index
      }}
      itemContent={(index) => (
        <TranscriptRow
          {...rowAt(index)}
          conversation={conversation}
          before={messages[index - first - 1]}
          flashed={flashed !== undefined && messages[index - first]?.seq === flashed}
          last={index - first === count - 1}
        />
      )}
      increaseViewportBy={DRAWN_BEYOND}
      atBottomThreshold={NEAR_END}
      followOutput={(atEnd) => (atEnd && !past ? 'auto' : false)}
      startReached={() => earlier && history.earlier()}
      endReached={() => past && history.later()}
    />
  )
}
