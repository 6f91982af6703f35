import { BarChartOutlined, DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AreaReport, FigureDefinition } from '../../src/protocol/reports.ts'
import { type Loaded, useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { Counted } from './counted.tsx'
import { csvName, csvPath } from './csv-name.ts'
import { DrillDrawer } from './drill/drill-drawer.tsx'
import { FigureCards } from './figure-cards.tsx'
import { FigureFilters } from './figure-filters.tsx'
import { FigureTable } from './figure-table.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { FiguresProvider, useFiguresPlace } from './figures-context.tsx'
import { areaQuery } from './figures-place.ts'
import { PeriodChoice } from './period-choice.tsx'
import { isEmpty } from './series.ts'
import { useDefinitions } from './use-definitions.ts'
import './reports.css'
import './figures.css'

interface AreaPageProps {
  readonly area: FigureDefinition['area']
  /** What this area has besides its figures. */
  readonly children?: ReactNode
}

/** 机器人, 人工, 质量 or 销售: figures, their course, what else there is to them, and all of it as a table. */
export function AreaPage({ area, children }: AreaPageProps) {
  const { loaded, reload } = useDefinitions()
  return (
    <main className="page reports">
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {loaded.kind === 'ready' ? (
        <FiguresProvider definitions={loaded.value.figures} currency={loaded.value.currency}>
          <Figures area={area}>{children}</Figures>
        </FiguresProvider>
      ) : null}
    </main>
  )
}

function Figures({ area, children }: AreaPageProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const own = useDeskState((state) => state.me.role === 'agent')
  const { place, change } = useFiguresPlace()
  const query = areaQuery(area, place)
  const { loaded, reload } = useLoaded<AreaReport>(`/api/v1/reports/figures?${query}`)
  return (
    <>
      <div className="reports-head">
        <h1>
          {words.tabs[area]} {own ? <small>{words.own}</small> : null}
        </h1>
        <PeriodChoice period={place.period} onChange={(period) => change({ ...period })} />
        <Button
          icon={<DownloadOutlined />}
          href={csvPath('/api/v1/reports/figures', query, locale)}
          download={csvName([area, place.by], place.period)}
        >
          {words.download}
        </Button>
      </div>
      <FigureFilters area={area} own={own} />
      <p className="report-lead">{words.leads[area]}</p>
      <Body loaded={loaded} onRetry={reload} area={area}>
        {children}
      </Body>
    </>
  )
}

interface BodyProps extends AreaPageProps {
  readonly loaded: Loaded<AreaReport>
  readonly onRetry: () => void
}

function Body({ loaded, onRetry, area, children }: BodyProps) {
  const { figures: words } = useTexts()
  const { place } = useFiguresPlace()
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={onRetry} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 12 }} />

  const report = loaded.value
  if (isEmpty(report)) return <NothingYet area={area} narrowed={Object.keys(place.filters).length > 0} />
  return (
    <>
      <FigureCards figures={report.figures} against={words.beforeIs(report.before.from, report.before.until)} />
      <Counted read={report} lead={words.beforeIs(report.before.from, report.before.until)} />
      <FigureTrend report={report} area={area} />
      {children}
      <section className="report" aria-label={words.table}>
        <h2>{words.table}</h2>
        <p className="report-lead">{words.tableHint}</p>
        <FigureTable report={report} title={words.table} />
      </section>
      <DrillDrawer report={report} place={place} />
    </>
  )
}

interface NothingYetProps {
  readonly area: FigureDefinition['area']
  readonly narrowed?: boolean
}

/** What will stand here, and how one comes to it. */
export function NothingYet({ area, narrowed = false }: NothingYetProps) {
  const { figures: words } = useTexts()
  return (
    <Blank
      icon={<BarChartOutlined />}
      title={narrowed ? words.empty.filtered : words.empty.titles[area]}
      hint={narrowed ? words.empty.filteredHint : words.empty.hint}
    >
      {narrowed ? null : <Link to="/settings/embed">{words.empty.embed}</Link>}
    </Blank>
  )
}
