import { ClockCircleOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useCustomerName } from '../desk/customer-name.ts'
import type { Go, Place } from '../desk/use-place.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { type ListRow, selectSnoozed } from '../state/select-rows.ts'
import { formatPreview } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { SnoozedMark } from './follow-up-menu.tsx'

/** Below what goes on: what I have laid aside, folded away until it is looked for. */
export function SnoozedGroup({ place, go }: { readonly place: Place; readonly go: Go }) {
  const { followUp } = useTexts()
  const conversations = useDeskState((state) => state.conversations)
  const me = useDeskState((state) => state.me)
  const rows = useMemo(() => selectSnoozed({ conversations, me }), [conversations, me])
  const [open, setOpen] = useState(true)
  if (place.tab !== 'mine' || rows.length === 0) return null

  return (
    <section className="snoozed-group" aria-label={followUp.group}>
      <button type="button" className="snoozed-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ClockCircleOutlined aria-hidden />
        {followUp.group}
        <span className="count">{rows.length}</span>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
      </button>
      {open ? (
        <ul>
          {rows.map((row) => (
            <SnoozedRow
              key={row.conversation.id}
              row={row}
              selected={row.conversation.id === place.conversationId}
              onOpen={() => go({ conversationId: row.conversation.id })}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

interface SnoozedRowProps {
  readonly row: ListRow
  readonly selected: boolean
  readonly onOpen: () => void
}

function SnoozedRow({ row: { conversation }, selected, onOpen }: SnoozedRowProps) {
  const texts = useTexts()
  const name = useCustomerName(conversation.customer)
  return (
    <li>
      <button
        type="button"
        className={selected ? 'snoozed-row selected' : 'snoozed-row'}
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className="snoozed-line">
          <b>{name}</b>
          <SnoozedMark conversation={conversation} short />
        </span>
        <span className="snoozed-preview">{formatPreview(conversation.preview, texts)}</span>
      </button>
    </li>
  )
}
