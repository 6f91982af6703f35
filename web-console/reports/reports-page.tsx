import { BarChartOutlined, DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { AssistReportView } from '../../src/protocol/assist.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { AssistReport } from './assist-report.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { toCsv } from './to-csv.ts'
import { usePeriod } from './use-period.ts'
import './reports.css'

/** 报表: what is added up from what was stored. */
export function ReportsPage() {
  const texts = useTexts()
  const [period, setPeriod] = usePeriod()
  const { loaded, reload } = useLoaded<AssistReportView>(
    `/api/v1/reports/assist?${new URLSearchParams({ ...period }).toString()}`,
  )
  const report = loaded.kind === 'ready' ? loaded.value : undefined
  return (
    <main className="page reports">
      <div className="reports-head">
        <h1>{texts.reports.title}</h1>
        <PeriodChoice period={period} onChange={setPeriod} />
        <Button
          icon={<DownloadOutlined />}
          disabled={!report}
          onClick={() => report && download(report, toCsv(report, texts))}
        >
          {texts.reports.download}
        </Button>
      </div>
      <section className="report" aria-label={texts.reports.assist}>
        <h2>
          {texts.reports.assist} {report?.own ? <small>{texts.reports.own}</small> : null}
        </h2>
        <p className="report-lead">{texts.reports.lead}</p>
        {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
        {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
        {report && report.total.messages + report.total.offered === 0 ? (
          <Blank icon={<BarChartOutlined />} title={texts.reports.empty} hint={texts.reports.emptyHint} />
        ) : null}
        {report && report.total.messages + report.total.offered > 0 ? <AssistReport report={report} /> : null}
      </section>
    </main>
  )
}

function download({ from, until }: AssistReportView, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `xiaoer-assist-${from}-${until}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
