import type { CaseChangeView } from '../../src/protocol/cases.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { CaseStatus } from './case-chips.tsx'

/** Everything that was done to the case, newest first. */
export function CaseHistory({ history }: { readonly history: readonly CaseChangeView[] }) {
  const { cases } = useTexts()
  const entries = history.map((change, index) => ({ change, before: history[index - 1], key: index }))
  return (
    <section className="block">
      <h2>{cases.history}</h2>
      <ol className="case-history">
        {entries.toReversed().map(({ change, before, key }) => (
          <Entry key={key} change={change} before={before} />
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  readonly change: CaseChangeView
  readonly before: CaseChangeView | undefined
}

function Entry({ change, before }: EntryProps) {
  const texts = useTexts()
  const locale = useLocale()
  const { by } = change
  const who = by.kind === 'agent' ? (by.name ?? '') : texts.cases.by[by.kind]
  return (
    <li>
      <p className="case-entry-head">
        <b>{who}</b>
        {change.status === before?.status || !before ? (
          <span>{didText(change, before, texts)}</span>
        ) : (
          <CaseStatus status={change.status} />
        )}
        <time>{formatMoment(change.at, locale)}</time>
      </p>
      {change.note ? (
        <p className="case-note">
          <small>{texts.cases.note}</small>
          {change.note}
        </p>
      ) : null}
      {change.internal ? (
        <p className="case-note internal">
          <small>{texts.cases.internal}</small>
          {change.internal}
        </p>
      ) : null}
    </li>
  )
}

/** What was done where the status stayed as it was. */
function didText(change: CaseChangeView, before: CaseChangeView | undefined, { cases }: Texts): string {
  if (!before) return cases.opened
  return change.note || change.internal ? cases.wrote : cases.took
}
