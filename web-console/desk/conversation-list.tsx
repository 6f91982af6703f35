import { Button, Tooltip } from 'antd'
import { useMemo } from 'react'
import { SnoozedGroup } from '../follow-ups/snoozed-group.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import type { Tab } from '../state/desk-state.ts'
import { nextToClaim, selectRows } from '../state/select-rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ArchiveFilterBar, ArchiveFoot } from './archive-parts.tsx'
import { ConversationRows, useScroller } from './conversation-rows.tsx'
import { EmptyList } from './empty-list.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { LongestWait } from './longest-wait.tsx'
import type { Actions } from './use-actions.ts'
import type { Go, Place } from './use-place.ts'
import { useTabCounts } from './use-tab-counts.ts'

const TABS: readonly Tab[] = ['mine', 'queue', 'bot', 'archive']

interface ConversationListProps {
  readonly place: Place
  readonly go: Go
  readonly actions: Actions
}

/** The left pane. */
export function ConversationList({ place, go, actions }: ConversationListProps) {
  const { nav } = useTexts()
  return (
    <aside className="list-pane" aria-label={nav.desk}>
      <Tabs tab={place.tab} go={go} />
      <LongestWait go={go} />
      {place.tab === 'archive' ? <ArchiveFilterBar /> : null}
      <Rows place={place} go={go} actions={actions} />
      <TakeNext actions={actions} />
    </aside>
  )
}

function Tabs({ tab, go }: { readonly tab: Tab; readonly go: Go }) {
  const texts = useTexts()
  const counts = useTabCounts()
  return (
    <div className="tabs" role="tablist" aria-label={texts.nav.desk}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === tab}
          aria-controls="rows"
          className={one === tab ? 'tab here' : 'tab'}
          onClick={() => go({ tab: one })}
        >
          {texts.tabs[one]}
          {counts[one].total > 0 ? (
            <span className={counts[one].urgent ? 'count urgent' : 'count'}>{counts[one].total}</span>
          ) : null}
        </button>
      ))}
    </div>
  )
}

function Rows({ place, go, actions }: ConversationListProps) {
  const [scroller, setScroller] = useScroller()
  const load = useDeskState((state) => (place.tab === 'archive' ? state.archive.load : state.load))
  const conversations = useDeskState((state) => state.conversations)
  const queue = useDeskState((state) => state.queue)
  const me = useDeskState((state) => state.me)
  const archive = useDeskState((state) => state.archive)
  const rows = useMemo(
    () => selectRows({ conversations, queue, me, archive }, place.tab),
    [conversations, queue, me, archive, place.tab],
  )

  return (
    <div
      className="rows"
      ref={setScroller}
      role="tabpanel"
      id="rows"
      aria-labelledby={`tab-${place.tab}`}
      tabIndex={-1}
    >
      {load === 'loading' ? <ListSkeleton /> : null}
      {load === 'ready' && rows.length === 0 ? <EmptyList tab={place.tab} /> : null}
      {rows.length > 0 && scroller ? (
        <ConversationRows rows={rows} selectedId={place.conversationId} go={go} actions={actions} scroller={scroller} />
      ) : null}
      <SnoozedGroup place={place} go={go} />
      {place.tab === 'archive' ? <ArchiveFoot /> : null}
    </div>
  )
}

function TakeNext({ actions }: { readonly actions: Actions }) {
  const texts = useTexts()
  const waiting = useDeskState((state) => nextToClaim(state.queue, state.me.id).length)
  if (waiting === 0) return null

  return (
    <footer className="list-foot">
      <Tooltip title="Alt+A" placement="topLeft">
        <Button type="primary" block onClick={() => void actions.takeNext()}>
          {texts.act.takeNext}
          <span className="foot-count">{waiting}</span>
        </Button>
      </Tooltip>
    </footer>
  )
}
