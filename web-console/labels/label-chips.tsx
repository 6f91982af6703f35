import type { LabelView } from '../../src/protocol/labels.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import './labels.css'

/** The labels of a conversation in the order of the settings; one that was removed is not shown. */
export function LabelChips({ ids }: { readonly ids: readonly string[] }) {
  const labels = useDeskState((state) => state.labels)
  const mine = labels.filter((label) => ids.includes(label.id))
  return mine.map((label) => <LabelChip key={label.id} label={label} />)
}

export function LabelChip({ label }: { readonly label: Pick<LabelView, 'name' | 'color'> }) {
  return <i className={`chip label label-${label.color}`}>{label.name}</i>
}
