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
  const { total, failed } = status.tests
  const tested =
    total === 0
      ? knowledge.testsNone
      : failed.length > 0
        ? knowledge.testsFailed(failed.length, total)
        : knowledge.testsPassed(total)
  return (
    <>
      <p className={broken ? 'verdict broken' : 'verdict fine'} role="status">
        {broken ? <WarningFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />}
        {broken ? knowledge.broken : knowledge.fine}
      </p>
      <p className="knowledge-lead">
        {words.serving(status.intents, status.examples, status.products)} · {knowledge.tests} {tested} ·{' '}
        {formatMoment(status.loadedAt, locale)} · <span className="mono">{status.version}</span>
      </p>
      <Lines title={knowledge.problems} lines={status.problems} kind="bad" open />
      <Lines title={knowledge.failedTests} lines={status.tests.failed} kind="bad" />
      <Lines title={knowledge.warnings} lines={status.warnings} kind="mild" />
    </>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly kind: 'bad' | 'mild'
  readonly open?: boolean
}

/** `file:line:column` lines as the check prints them. */
function Lines({ title, lines, kind, open = false }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <details className="serving-lines" open={open}>
      <summary>
        {title} <span className="count">{lines.length}</span>
      </summary>
      <ol className={`test-lines ${kind}`}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}
