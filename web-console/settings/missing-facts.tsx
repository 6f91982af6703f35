import { Skeleton } from 'antd'
import type { MissingFactView } from '../../src/protocol/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

/** What shoppers asked in vain: the knowledge that is worth writing next. */
export function MissingFacts() {
  const { missing } = useTexts()
  const { loaded, reload } = useLoaded<{ facts: MissingFactView[] }>('/api/v1/missing-facts')
  return (
    <section className="missing">
      <h2>
        {missing.title}
        {loaded.kind === 'ready' && loaded.value.facts.length > 0 ? (
          <span className="count">{loaded.value.facts.length}</span>
        ) : null}
      </h2>
      <p className="intro">{missing.intro}</p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
      {loaded.kind === 'ready' ? <Facts facts={loaded.value.facts} /> : null}
    </section>
  )
}

function Facts({ facts }: { readonly facts: readonly MissingFactView[] }) {
  const { missing } = useTexts()
  const locale = useLocale()
  if (facts.length === 0) return <p className="missing-none">{missing.none}</p>

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
