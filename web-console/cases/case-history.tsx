import type { CaseChangeView } from '../../src/protocol/cases.ts'
import { formatMoment } from '../texts/format.ts'
import { type Locale, useLocale, useTexts } from '../texts/use-texts.ts'
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
        {before && change.status !== before.status ? <CaseStatus status={change.status} /> : null}
        <span>{didText(change, before, texts, locale)}</span>
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

/** What was done besides another status. */
function didText(
  { by, agent, dueAt, note, internal, status }: CaseChangeView,
  before: CaseChangeView | undefined,
  { cases }: Texts,
  locale: Locale,
): string {
  if (!before) return cases.opened
  const done = [
    agent && (agent.id === by.id ? cases.took : cases.handedTo(agent.name)),
    dueAt !== undefined && cases.dueMovedTo(formatMoment(dueAt, locale)),
    status === before.status && note && cases.answered,
    status === before.status && !note && internal && cases.wrote,
  ]
  return done.filter(Boolean).join(cases.and)
}
