import { Skeleton } from 'antd'
import type { AreaReport } from '../../../src/protocol/reports.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { AreaPage } from '../area-page.tsx'
import { FigureTable } from '../figure-table.tsx'
import { useFiguresPlace } from '../figures-context.tsx'
import { areaQuery } from '../figures-place.ts'
import { BusyHours } from './busy-hours.tsx'

/** 人工: what people do; agents see their own figures. */
export function DeskPage() {
  const own = useDeskState((state) => state.me.role === 'agent')
  const { place } = useFiguresPlace()
  return (
    <AreaPage area="desk">
      {own ? null : <BusyHours />}
      {own || place.by === 'agent' ? null : <ByAgent />}
    </AreaPage>
  )
}

function ByAgent() {
  const { desk } = useTexts().figures
  const { place } = useFiguresPlace()
  const query = areaQuery('desk', { ...place, by: 'agent' })
  const { loaded, reload } = useLoaded<AreaReport>(`/api/v1/reports/figures?${query}`)
  return (
    <section className="report" aria-label={desk.agents}>
      <h2>{desk.agents}</h2>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
      {loaded.kind === 'ready' ? <FigureTable report={loaded.value} title={desk.agents} /> : null}
    </section>
  )
}
