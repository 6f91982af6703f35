import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { IntentDetail } from '../../src/protocol/knowledge.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Answers } from './answers.tsx'
import './intent.css'

interface IntentPageProps {
  readonly id: string
  /** What those who may write can do with it. */
  readonly tools?: ReactNode
}

/** One intent as it serves, to be read. `?answer=2` marks the answer that was used. */
export function IntentPage({ id, tools }: IntentPageProps) {
  const { loaded, reload } = useLoaded<IntentDetail>(`/api/v1/knowledge/intents/${encodeURIComponent(id)}`)
  if (loaded.kind === 'failed') {
    return (
      <main className="page">
        <LoadFailed thrown={loaded.thrown} onRetry={reload} />
      </main>
    )
  }
  if (loaded.kind === 'loading') {
    return (
      <main className="page intent">
        <Skeleton active paragraph={{ rows: 10 }} />
      </main>
    )
  }
  return <Intent intent={loaded.value} tools={tools} />
}

function Intent({ intent, tools }: { readonly intent: IntentDetail; readonly tools: ReactNode }) {
  const { intentPage: texts, nav } = useTexts()
  const [params] = useSearchParams()
  const used = params.has('answer')
    ? { answer: Number(params.get('answer')), product: params.get('product') ?? undefined }
    : undefined
  return (
    <main className="page intent">
      <p className="crumbs">
        <Link to="/">{nav.desk}</Link> / <Link to="/knowledge">{texts.crumbs}</Link>
      </p>
      <h1>
        {intent.title} <code>{intent.id}</code>
        {tools ? <span className="intent-tools">{tools}</span> : null}
      </h1>
      <Facts intent={intent} />
      {params.has('version') && params.get('version') !== intent.version ? (
        <p className="intent-older">{texts.older}</p>
      ) : null}
      <Answers intent={intent} used={used} />
      <Utterances title={texts.examples} said={intent.examples} />
      <Utterances title={texts.not} said={intent.not} />
      {intent.next.length > 0 ? (
        <section className="intent-block">
          <h2>{texts.next}</h2>
          <ul className="utterances">
            {intent.next.map(({ value, label }) => (
              <li key={value}>
                <Link to={`/knowledge/intents/${encodeURIComponent(value)}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="intent-foot">
        {tools ? '' : texts.readOnly} {texts.version} <span className="mono">{intent.version}</span>
      </p>
    </main>
  )
}

function Facts({ intent }: { readonly intent: IntentDetail }) {
  const { intentPage: texts } = useTexts()
  const { file, autonomy, needs, flow } = intent
  return (
    <dl className="intent-facts">
      {file ? (
        <div>
          <dt>{texts.file}</dt>
          <dd className="mono">{file}</dd>
        </div>
      ) : null}
      <div>
        <dt>{texts.autonomy}</dt>
        <dd>{texts.autonomies[autonomy]}</dd>
      </div>
      {needs ? (
        <div>
          <dt>{texts.needs.label}</dt>
          <dd>{texts.needs[needs]}</dd>
        </div>
      ) : null}
      {flow ? (
        <div>
          <dt>{texts.flow}</dt>
          <dd>{flow.label}</dd>
        </div>
      ) : null}
    </dl>
  )
}

function Utterances({ title, said }: { readonly title: string; readonly said: readonly string[] }) {
  if (said.length === 0) return null
  return (
    <section className="intent-block">
      <h2>
        {title} <span className="count">{said.length}</span>
      </h2>
      <ul className="utterances">
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}
