import { lazy } from 'react'
import { Route } from 'wouter'
import { Area } from '../shell/area.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useTexts } from '../texts/use-texts.ts'

const IntentPage = lazy(async () => ({ default: (await import('./intent-page.tsx')).IntentPage }))
const TryPage = lazy(async () => ({ default: (await import('../try-out/try-page.tsx')).TryPage }))
const PacksPage = lazy(async () => ({ default: (await import('../packs/packs-page.tsx')).PacksPage }))

/** 知识: what the shop has written down, how it is changed, tried and learned. */
export function KnowledgeArea() {
  const { nav, packs, tryOut } = useTexts()
  return (
    <Area
      name={nav.knowledge}
      tabs={[
        { to: '/knowledge/try', name: tryOut.tab },
        { to: '/knowledge/packs', name: packs.tab },
      ]}
    >
      <Route path="/knowledge/intents/:intent">{({ intent }) => <IntentPage key={intent} id={intent} />}</Route>
      <Route path="/knowledge/try">
        <TryPage />
      </Route>
      <Route path="/knowledge/packs">
        <PacksPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Area>
  )
}
