import { Skeleton } from 'antd'
import type { DeskMessage } from '../../src/protocol/console.ts'
import { ThreadFollowUps } from '../follow-ups/thread-follow-ups.tsx'
import { openThread } from '../live/fetch-desk.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { Composer } from './composer.tsx'
import { HandoffCard } from './handoff-card.tsx'
import { HolderLine } from './holder-line.tsx'
import { SuggestionBar } from './suggestion-bar.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { Transcript } from './transcript.tsx'
import type { Actions } from './use-actions.ts'
import type { Go } from './use-place.ts'
import { useReadMarks } from './use-read-marks.ts'

interface ThreadPaneProps {
  readonly id: string
  readonly go: Go
  readonly actions: Actions
  readonly onTransfer: (conversationId: string) => void
}

/** The middle pane: one conversation. */
export function ThreadPane({ id, go, actions, onTransfer }: ThreadPaneProps) {
  const desk = useDesk()
  const row = useDeskState((state) => state.conversations[id])
  const thread = useDeskState((state) => state.threads[id])
  const myId = useDeskState((state) => state.me.id)
  useReadMarks(id)

  if (thread?.load === 'error') {
    return (
      <section className="thread-pane">
        <LoadFailed onRetry={() => void openThread(desk.store, desk.wire, id)} />
      </section>
    )
  }
  if (!row || thread?.load !== 'ready') return <ThreadSkeleton />

  const mine = row.status === 'assigned' && row.agent?.id === myId
  const carded = row.status === 'queued' || row.status === 'assigned'
  return (
    <section className="thread-pane">
      <ThreadHeader conversation={row} mine={mine} go={go} actions={actions} onTransfer={() => onTransfer(id)} />
      {thread.handoff && carded ? <HandoffCard card={thread.handoff} folded={hasAnswered(thread.messages)} /> : null}
      <Transcript conversation={row} thread={thread} />
      <ThreadFollowUps conversation={row} />
      {mine ? <SuggestionBar conversationId={id} /> : null}
      {mine ? (
        <Composer conversationId={id} />
      ) : (
        <HolderLine conversation={row} onClaim={() => void actions.claim(id)} />
      )}
    </section>
  )
}

/** Once a person has answered, the card has done its work and leaves the room to the conversation. */
function hasAnswered(messages: readonly DeskMessage[]): boolean {
  return messages.some((message) => message.author.kind === 'agent' && message.body.kind !== 'note')
}

function ThreadSkeleton() {
  return (
    <section className="thread-pane" aria-busy="true">
      <div className="thread-skeleton">
        <Skeleton active avatar paragraph={{ rows: 1 }} title={{ width: '30%' }} />
        <Skeleton active paragraph={{ rows: 2, width: ['60%', '40%'] }} title={false} />
        <Skeleton active paragraph={{ rows: 2, width: ['50%', '70%'] }} title={false} />
      </div>
    </section>
  )
}
