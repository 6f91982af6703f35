import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import type { SystemStatus } from '../../src/protocol/status.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { FigureList } from '../shell/figure-list.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { type CheckName, tellCheck } from './tell-check.ts'
import { tellFigures } from './tell-figures.ts'
import './status.css'

const EVERY_MILLISECONDS = 10_000
const ORDER: readonly CheckName[] = ['database', 'migrations', 'disk', 'clock', 'eventLoop', 'knowledge']

/** What /health and the metrics say, in words; asks again by itself while somebody looks. For supervisors and owners. */
export function StatusSection() {
  const { loaded, reload } = useLoaded<SystemStatus>('/api/v1/status')
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload()
    }, EVERY_MILLISECONDS)
    return () => clearInterval(timer)
  }, [reload])

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 8 }} />
  return <Status status={loaded.value} />
}

function Status({ status }: { readonly status: SystemStatus }) {
  const { system } = useTexts()
  const locale = useLocale()
  const well = status.status === 'ok'
  return (
    <>
      <p className="intro">{system.intro}</p>
      <p className={well ? 'verdict fine' : 'verdict broken'} role="status">
        {well ? <CheckCircleFilled aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}
        {system.verdicts[status.status]}
      </p>
      <h2>{system.checksTitle}</h2>
      <ul className="system-checks">
        {ORDER.map((name) => (
          <CheckLine key={name} name={name} status={status} />
        ))}
      </ul>
      <Figures status={status} />
      <p className="system-foot">
        {system.foot(status.version, formatMoment(status.startedAt, locale), formatMoment(status.at, locale))}
      </p>
    </>
  )
}

function CheckLine({ name, status }: { readonly name: CheckName; readonly status: SystemStatus }) {
  const texts = useTexts()
  const locale = useLocale()
  const { level, words } = tellCheck(name, status, texts, (at) => formatMoment(at, locale))
  const Icon = { good: CheckCircleFilled, mild: WarningFilled, bad: CloseCircleFilled }[level]
  return (
    <li className={level}>
      <Icon aria-hidden="true" />
      <b>{texts.system.checks[name]}</b>
      <span className="sr-only">{texts.system.levels[level]}</span>
      <span className="system-words">{words}</span>
    </li>
  )
}

/** Empty numbers are told as such: a server that has just started has seen nothing yet. */
function Figures({ status }: { readonly status: SystemStatus }) {
  const texts = useTexts()
  const locale = useLocale()
  const { now, since } = tellFigures(status, texts, (at) => formatMoment(at, locale))
  return (
    <>
      <h2>{texts.system.nowTitle}</h2>
      <FigureList figures={now} />
      <h2>{texts.system.sinceTitle}</h2>
      <FigureList figures={since} />
    </>
  )
}
