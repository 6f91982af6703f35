import { Skeleton } from 'antd'
import { useCallback, useState } from 'react'
import type { DeskMessage } from '../../src/protocol/console.ts'
import { loadAround, openThread } from '../live/fetch-desk.ts'
import { thrownText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Composer } from './composer.tsx'
import { HandoffCard } from './handoff-card.tsx'
import { HolderLine } from './holder-line.tsx'
import { JumpContext } from './jump-context.ts'
import { SuggestionBar } from './suggestion-bar.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { type Target, Transcript } from './transcript.tsx'
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
  const [target, jump] = useJumping(id)
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
      <JumpContext value={jump}>
        <Transcript conversation={row} thread={thread} target={target} />
      </JumpContext>
      {mine ? <SuggestionBar conversationId={id} /> : null}
      {mine ? (
        <Composer conversationId={id} />
      ) : (
        <HolderLine conversation={row} onClaim={() => void actions.claim(id)} />
      )}
    </section>
  )
}

/** Brings a message into sight; its stretch of the conversation is fetched first where it is not loaded. */
function useJumping(id: string): readonly [Target | undefined, (seq: number) => void] {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  const [target, setTarget] = useState<Target>()
  const jump = useCallback(
    (seq: number) =>
      void loadAround(desk.store, id, seq).then(
        () => setTarget({ seq }),
        (thrown: unknown) => say.error(thrownText(texts, thrown)),
      ),
    [desk, id, texts, say],
  )
  return [target, jump]
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
