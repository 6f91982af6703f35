import { type ComponentPropsWithRef, useState } from 'react'
import { Virtuoso } from 'react-virtuoso'
import type { ListRow } from '../state/select-rows.ts'
import { ConversationRow } from './conversation-row.tsx'
import type { Actions } from './use-actions.ts'
import type { Go } from './use-place.ts'

interface ConversationRowsProps {
  readonly rows: readonly ListRow[]
  readonly selectedId: string | undefined
  readonly go: Go
  readonly actions: Actions
  /** What scrolls: the rows share it with what stands below them. */
  readonly scroller: HTMLElement
}

interface Around {
  readonly count: number
}

/** Room outside of the visible part that is drawn all the same: scrolling and tabbing must not run into holes. */
const DRAWN_BEYOND = 400
const PARTS = { List, Item }

/** However many there are, only the rows in sight are drawn. */
export function ConversationRows({ rows, selectedId, go, actions, scroller }: ConversationRowsProps) {
  return (
    <Virtuoso<ListRow, Around>
      customScrollParent={scroller}
      data={rows}
      context={{ count: rows.length }}
      components={PARTS}
      increaseViewportBy={DRAWN_BEYOND}
      computeItemKey={(_, row) => row.conversation.id}
      itemContent={(_, row) => (
        <ConversationRow
          row={row}
          selected={row.conversation.id === selectedId}
          onOpen={() => go({ conversationId: row.conversation.id })}
          onClaim={() => void actions.claim(row.conversation.id)}
        />
      )}
    />
  )
}

function List({ context: _, ...given }: ComponentPropsWithRef<'div'> & { readonly context: Around }) {
  return <ul {...(given as ComponentPropsWithRef<'ul'>)} />
}

interface ItemProps extends ComponentPropsWithRef<'div'> {
  readonly item: ListRow
  readonly context: Around
  readonly 'data-index': number
}

/** Those that are not drawn count too. */
function Item({ item: _, context, ...given }: ItemProps) {
  const at = given['data-index'] + 1
  return <li {...(given as ComponentPropsWithRef<'li'>)} aria-posinset={at} aria-setsize={context.count} />
}

/** The element that scrolls, once it is there. */
export function useScroller(): readonly [HTMLElement | null, (element: HTMLElement | null) => void] {
  return useState<HTMLElement | null>(null)
}
