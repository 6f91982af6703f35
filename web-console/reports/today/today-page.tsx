import { DesktopOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { TodayView } from '../../../src/protocol/reports.ts'
import { useLast, useLoaded } from '../../net/use-loaded.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useOnReconnect } from '../../shell/use-on-reconnect.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { NothingYet } from '../area-page.tsx'
import { Counted } from '../counted.tsx'
import { DrillDrawer } from '../drill/drill-drawer.tsx'
import { FigureCards } from '../figure-cards.tsx'
import { FiguresProvider } from '../figures-context.tsx'
import { isEmpty } from '../series.ts'
import { useDefinitions } from '../use-definitions.ts'
import { useRefresh } from '../use-refresh.ts'
import { ReceptionSwitch } from './reception-switch.tsx'
import { TodayHours } from './today-hours.tsx'
import { TodayTasks } from './today-tasks.tsx'
import { TryBox } from './try-box.tsx'
import '../reports.css'
import '../figures.css'
import './today.css'

const EVERY = 60_000

/** 今日: the owner's first glance, and what waits for them. */
export function TodayPage() {
  const definitions = useDefinitions()
  const today = useLoaded<TodayView>('/api/v1/reports/today')
  const { first } = useTexts().figures
  const view = useLast(today.loaded)
  const known = useLast(definitions.loaded)
  const failed = [today, definitions].find(({ loaded }) => loaded.kind === 'failed')?.loaded
  useOnReconnect(today.reload)
  useRefresh(today.reload, EVERY)
  const retry = () => {
    today.reload()
    definitions.reload()
  }
  return (
    <main className="page reports today">
      <Head day={view?.day ?? ''} />
      {view && known ? (
        <FiguresProvider definitions={known.figures} currency={known.currency}>
          <Glance view={view} />
        </FiguresProvider>
      ) : failed?.kind === 'failed' ? (
        <LoadFailed thrown={failed.thrown} onRetry={retry} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
      <section className="report" aria-label={first.tryTitle}>
        <TryBox />
      </section>
    </main>
  )
}

function Head({ day }: { readonly day: string }) {
  const { first } = useTexts().figures
  const [, navigate] = useLocation()
  return (
    <div className="reports-head">
      <h1>
        {first.title} {day ? <small>{first.lead(day)}</small> : null}
      </h1>
      <ReceptionSwitch />
      <Button icon={<DesktopOutlined />} onClick={() => navigate('/reports/wall')}>
        {first.wall}
      </Button>
    </div>
  )
}

function Glance({ view }: { readonly view: TodayView }) {
  const { figures: words } = useTexts()
  const place = useMemo(() => ({ period: { from: view.day, until: view.day }, filters: {} }), [view.day])
  return (
    <>
      {isEmpty(view) ? <NothingYet area="bot" /> : <FigureCards figures={view.figures} against={words.yesterday} />}
      <Counted read={view} />
      <div className="today-columns">
        <TodayHours hours={view.hours} />
        <TodayTasks tasks={view.tasks} />
      </div>
      <DrillDrawer place={place} />
    </>
  )
}
