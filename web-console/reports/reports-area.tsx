import { lazy } from 'react'
import { Redirect, Route } from 'wouter'
import { Area, type AreaTab } from '../shell/area.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useTexts } from '../texts/use-texts.ts'

const TodayPage = lazy(async () => ({ default: (await import('./today/today-page.tsx')).TodayPage }))
const BotPage = lazy(async () => ({ default: (await import('./areas/bot-page.tsx')).BotPage }))
const DeskPage = lazy(async () => ({ default: (await import('./areas/desk-page.tsx')).DeskPage }))
const QualityPage = lazy(async () => ({ default: (await import('./areas/quality-page.tsx')).QualityPage }))
const SalesPage = lazy(async () => ({ default: (await import('./areas/sales-page.tsx')).SalesPage }))
const ReportsPage = lazy(async () => ({ default: (await import('./reports-page.tsx')).ReportsPage }))

/** 数据: figures, and what they are made of. */
export function ReportsArea() {
  const { nav } = useTexts()
  const tabs = useTabs()
  return (
    <Area name={nav.reports} tabs={tabs}>
      <Route path="/reports">
        <Redirect to={tabs[0]?.to ?? '/reports/assist'} replace />
      </Route>
      <Route path="/reports/today">
        <TodayPage />
      </Route>
      <Route path="/reports/bot">
        <BotPage />
      </Route>
      <Route path="/reports/desk">
        <DeskPage />
      </Route>
      <Route path="/reports/quality">
        <QualityPage />
      </Route>
      <Route path="/reports/sales">
        <SalesPage />
      </Route>
      <Route path="/reports/assist">
        <ReportsPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Area>
  )
}

/** Agents see their own figures; the shop's are for supervisors and owners. */
function useTabs(): readonly AreaTab[] {
  const { figures, reports } = useTexts()
  const own = useDeskState((state) => state.me.role === 'agent')
  const offered = own ? (['desk'] as const) : (['today', 'bot', 'desk', 'quality', 'sales'] as const)
  return [
    ...offered.map((tab) => ({ to: `/reports/${tab}`, name: figures.tabs[tab] })),
    { to: '/reports/assist', name: reports.assist },
  ]
}
