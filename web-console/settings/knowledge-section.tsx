import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import type { KnowledgeStatus } from '../../src/protocol/console.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { FigureList } from '../shell/figure-list.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { MissingFacts } from './missing-facts.tsx'

/** Which knowledge serves, and what keeps newer files from being taken up. */
export function KnowledgeSection() {
  const desk = useDesk()
  const { loaded, reload } = useLoaded<KnowledgeStatus>('/api/v1/knowledge')
  const live = useDeskState((state) => state.knowledge)
  const mayWrite = useDeskState((state) => state.me.role !== 'agent')

  useEffect(() => {
    if (loaded.kind === 'ready') desk.store.send({ type: 'knowledge:changed', knowledge: loaded.value })
  }, [desk, loaded])

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 6 }} />

  return (
    <>
      <Status status={live ?? loaded.value} />
      {mayWrite ? <MissingFacts /> : null}
    </>
  )
}

function Status({ status }: { readonly status: KnowledgeStatus }) {
  const { knowledge } = useTexts()
  const broken = status.problems.length > 0
  return (
    <>
      <p className="intro">{knowledge.intro}</p>
      <p className={broken ? 'verdict broken' : 'verdict fine'} role="status">
        {broken ? <WarningFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />}
        {broken ? knowledge.broken : knowledge.fine}
      </p>
      <Figures status={status} />
      <Lines title={knowledge.problems} lines={status.problems} kind="bad" />
      <Lines title={knowledge.warnings} lines={status.warnings} kind="mild" />
      <Lines title={knowledge.failedTests} lines={status.tests.failed} kind="bad" />
    </>
  )
}

function Figures({ status }: { readonly status: KnowledgeStatus }) {
  const { knowledge } = useTexts()
  const locale = useLocale()
  const { tests } = status
  const tested =
    tests.total === 0
      ? knowledge.testsNone
      : tests.failed.length > 0
        ? knowledge.testsFailed(tests.failed.length, tests.total)
        : knowledge.testsPassed(tests.total)
  const figures = [
    [knowledge.intents, String(status.intents)],
    [knowledge.examples, String(status.examples)],
    [knowledge.products, String(status.products)],
    [knowledge.tests, tested],
    [knowledge.loadedAt, formatMoment(status.loadedAt, locale)],
    [knowledge.version, status.version],
  ] as const
  return <FigureList figures={figures} />
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly kind: 'bad' | 'mild'
}

/** `file:line:column` lines as the check prints them. */
function Lines({ title, lines, kind }: LinesProps) {
  if (lines.length === 0) return null

  return (
    <>
      <h2>
        {title} <span className="count">{lines.length}</span>
      </h2>
      <ol className={`lines ${kind}`}>
        {lines.map((line) => (
          <li key={line}>
            <Place line={line} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Place({ line }: { readonly line: string }) {
  const found = /^(\S+?:\d+:\d+):?\s*(.*)$/s.exec(line)
  if (!found) return line

  return (
    <>
      <b>{found[1]}</b> {found[2]}
    </>
  )
}
