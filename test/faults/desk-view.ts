/// <reference lib="dom" />
import { belongs, readFilters } from '../../web-console/cases/case-filters.ts'
import { hasUnseen, withChanges } from '../../web-console/cases/case-rows.ts'
import type { DeskState } from '../../web-console/state/desk-state.ts'
import { selectAgents } from '../../web-console/state/select-agents.ts'
import { countUnread, nextToClaim, offeredOf, selectRows, selectSnoozed } from '../../web-console/state/select-rows.ts'
import type { Pages } from './desk-world.ts'

const FILTERS = readFilters(new URLSearchParams())

/** What the console draws of a desk. */
export function toView(state: DeskState, opened: string | undefined) {
  const { me, queue, labels, openCases, archive, drafts, outbox, load, connection } = state
  const { reception } = state
  return {
    load,
    connection,
    mine: selectRows(state, 'mine'),
    waiting: selectRows(state, 'queue'),
    withBot: selectRows(state, 'bot'),
    aside: selectSnoozed(state),
    archive: selectRows(state, 'archive'),
    archiveIs: { filter: archive.filter, load: archive.load, more: archive.more },
    unread: countUnread(state),
    next: nextToClaim(queue, me.id).map(({ conversationId }) => conversationId),
    queue,
    openCases,
    labels,
    reception,
    me: me.presence,
    agents: selectAgents(state).toSorted((a, b) => a.id.localeCompare(b.id)),
    drafts,
    outbox,
    ...(opened !== undefined && { thread: toThreadView(state, opened) }),
  }
}

export function toThreadView({ threads, suggestions, viewers, conversations }: DeskState, id: string) {
  const { load, messages, earlier, handoff, context } = threads[id] ?? {}
  return {
    row: conversations[id],
    load,
    messages,
    earlier,
    handoff,
    context,
    offered: offeredOf(suggestions[id]),
    viewers: viewers[id],
  }
}

/** The list of cases as it stands, and whether it says that there are more above. */
export function toCaseView({ desk, casePage }: Pages, now: number) {
  const { cases, customers, me } = desk.store.get()
  return {
    rows: withChanges(casePage(), { cases, customers }),
    unseen: hasUnseen(casePage(), cases, (one) => belongs(one, FILTERS, { me: me.id, now })),
  }
}
