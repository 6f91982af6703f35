import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import type { KnowledgeStatus } from '../../../src/protocol/console.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'

/** Which knowledge serves, in one line, and what keeps newer files from being taken up. */
export function WhatServes() {
  const desk = useDesk()
  const { loaded, reload } = useLoaded<KnowledgeStatus>('/api/v1/knowledge')
  const live = useDeskState((state) => state.knowledge)
  useEffect(() => {
    if (loaded.kind === 'ready') desk.store.send({ type: 'knowledge:changed', knowledge: loaded.value })
  }, [desk, loaded])

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return <Line status={live ?? loaded.value} />
}

function Line({ status }: { readonly status: KnowledgeStatus }) {
  const { knowledge } = useTexts()
  const { versions: words } = useWords()
  const locale = useLocale()
  const broken = status.problems.length > 0
  return (
    <>
      <p className={broken ? 'verdict broken' : 'verdict fine'} role="status">
        {broken ? <WarningFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />}
        {broken ? knowledge.broken : knowledge.fine}
      </p>
      <p className="knowledge-lead">
        {words.serving(status.intents, status.examples, status.products)} · {formatMoment(status.loadedAt, locale)} ·{' '}
        <span className="mono">{status.version}</span>
      </p>
      {broken ? (
        <ol className="test-lines bad">
          {status.problems.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : null}
    </>
  )
}
