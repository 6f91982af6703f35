import { Skeleton } from 'antd'
import { type RefObject, useMemo, useRef, useState } from 'react'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { ThreadFollowUps } from '../follow-ups/thread-follow-ups.tsx'
import { openThread } from '../live/fetch-desk.ts'
import { TransferBar } from '../queue/transfer-bar.tsx'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import type { Thread } from '../state/desk-state.ts'
import { shownOf } from '../state/reduce-past.ts'
import { Composer } from './composer.tsx'
import { HandoffCard } from './handoff-card.tsx'
import { HolderLine } from './holder-line.tsx'
import { Lightbox } from './lightbox.tsx'
import { SearchBar } from './search-bar.tsx'
import { SuggestionBar } from './suggestion-bar.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { ThreadScopeContext } from './thread-scope.ts'
import { Transcript } from './transcript.tsx'
import type { Actions } from './use-actions.ts'
import { useFindKey } from './use-find-key.ts'
import { useJumping } from './use-jumping.ts'
import type { Go } from './use-place.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useSearch } from './use-search.ts'

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
  const field = useRef<HTMLInputElement>(null)
  const [searching, setSearching] = useState(false)
  useReadMarks(id)
  useFindKey(field, () => setSearching(true))

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
      <ThreadHeader
        conversation={row}
        mine={mine}
        go={go}
        actions={actions}
        onTransfer={() => onTransfer(id)}
        onSearch={() => setSearching(true)}
      />
      <TransferBar conversation={row} />
      {thread.handoff && carded && !searching ? (
        <HandoffCard card={thread.handoff} folded={hasAnswered(thread.messages)} />
      ) : null}
      <Said
        conversation={row}
        thread={thread}
        mine={mine}
        field={searching ? field : undefined}
        onSearched={() => setSearching(false)}
      />
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

interface SaidProps {
  readonly conversation: DeskConversation
  readonly thread: Thread
  readonly mine: boolean
  /** Where words are looked for; absent while nobody looks for any. */
  readonly field: RefObject<HTMLInputElement | null> | undefined
  readonly onSearched: () => void
}

/** What was said, with the ways through it: searching, following a quote, looking at pictures. */
function Said({ conversation, thread, mine, field, onSearched }: SaidProps) {
  const { id } = conversation
  const [target, jump] = useJumping(id)
  const search = useSearch(id, jump)
  const [zoomed, zoom] = useState<string>()
  const { words } = search
  const scope = useMemo(() => ({ conversationId: id, mine, words, jump, zoom }), [id, mine, words, jump])
  const close = () => {
    search.write('')
    onSearched()
  }

  return (
    <ThreadScopeContext value={scope}>
      {field ? <SearchBar conversation={conversation} search={search} field={field} onClose={close} /> : null}
      <Transcript conversation={conversation} thread={thread} target={target} />
      {zoomed === undefined ? null : (
        <Lightbox
          pictures={picturesIn(shownOf(thread).messages)}
          url={zoomed}
          onShow={zoom}
          onClose={() => zoom(undefined)}
        />
      )}
    </ThreadScopeContext>
  )
}

function picturesIn(messages: readonly DeskMessage[]): readonly string[] {
  const urls = messages.flatMap(({ body }) => {
    if (body.kind === 'image') return [body.url]
    return body.kind === 'text' && body.image ? [body.image] : []
  })
  return [...new Set(urls)]
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
