import { lazy } from 'react'
import { Route } from 'wouter'
import { Area } from '../shell/area.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useTexts } from '../texts/use-texts.ts'

const ReportsPage = lazy(async () => ({ default: (await import('./reports-page.tsx')).ReportsPage }))

/** 数据: figures, and what they are made of. */
export function ReportsArea() {
  const { nav, reports } = useTexts()
  return (
    <Area name={nav.reports} tabs={[{ to: '/reports/assist', name: reports.assist }]}>
      <Route path="/reports/assist">
        <ReportsPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Area>
  )
}
