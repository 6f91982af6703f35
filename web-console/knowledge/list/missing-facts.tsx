import type { MissingFactView } from '../../../src/protocol/http.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'

/** What shoppers asked in vain: the knowledge that is worth writing next. Where there is nothing, nothing is said. */
export function MissingFacts() {
  const { missing } = useTexts()
  const { loaded } = useLoaded<{ facts: MissingFactView[] }>('/api/v1/missing-facts')
  if (loaded.kind !== 'ready' || loaded.value.facts.length === 0) return null

  return (
    <details className="missing-line">
      <summary>
        {missing.title} <span className="count">{loaded.value.facts.length}</span>
      </summary>
      <p className="hint">{missing.intro}</p>
      <Facts facts={loaded.value.facts} />
    </details>
  )
}

function Facts({ facts }: { readonly facts: readonly MissingFactView[] }) {
  const { missing } = useTexts()
  const locale = useLocale()
  return (
    <ul className="missing-list">
      {facts.map((one) => (
        <li key={`${one.productId}:${one.fact}`}>
          <b className="missing-name">{one.product}</b>
          <span className="chip" title={one.fact}>
            {one.label[locale]}
          </span>
          <span className="missing-times">{missing.times(one.count)}</span>
          <small>
            {missing.asked(one.asked)} · {formatMoment(one.lastAt, locale)}
          </small>
        </li>
      ))}
    </ul>
  )
}
