import { lazy } from 'react'
import { Route } from 'wouter'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { Area } from '../shell/area.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useChanged } from './draft-store.ts'
import { useWords } from './use-words.ts'
import './knowledge.css'

const IntentsPage = lazy(async () => ({ default: (await import('./list/intents-page.tsx')).IntentsPage }))
const EditIntentPage = lazy(async () => ({ default: (await import('./form/edit-intent-page.tsx')).EditIntentPage }))
const FilesPage = lazy(async () => ({ default: (await import('./files/files-page.tsx')).FilesPage }))
const DraftPage = lazy(async () => ({ default: (await import('./draft/draft-page.tsx')).DraftPage }))
const VersionsPage = lazy(async () => ({ default: (await import('./versions/versions-page.tsx')).VersionsPage }))
const VersionPage = lazy(async () => ({ default: (await import('./versions/version-page.tsx')).VersionPage }))
const TryPage = lazy(async () => ({ default: (await import('../try-out/try-page.tsx')).TryPage }))
const QuestionsPage = lazy(async () => ({ default: (await import('../questions/questions-page.tsx')).QuestionsPage }))
const PacksPage = lazy(async () => ({ default: (await import('../packs/packs-page.tsx')).PacksPage }))

/** 知识: what the shop has written down, how it is changed, tried and learned. */
export function KnowledgeArea() {
  const { nav, packs, questions, tryOut } = useTexts()
  const { tabs } = useWords()
  const mayEdit = useDeskState((state) => state.me.role !== 'agent')
  const ways = [
    { to: '/knowledge', name: tabs.intents, also: ['/knowledge/intents/'] },
    { to: '/knowledge/files', name: tabs.files, also: ['/knowledge/files/'] },
    { to: '/knowledge/draft', name: tabs.draft, count: <Changed /> },
    { to: '/knowledge/versions', name: tabs.versions, also: ['/knowledge/versions/'] },
    { to: '/knowledge/try', name: tryOut.tab },
    { to: '/knowledge/questions', name: questions.title, count: <OpenQuestions /> },
    { to: '/knowledge/packs', name: packs.tab },
  ]
  return (
    <Area name={nav.knowledge} tabs={mayEdit ? ways : ways.slice(0, 1)}>
      <Route path="/knowledge">
        <IntentsPage />
      </Route>
      <Route path="/knowledge/intents/:intent">{({ intent }) => <EditIntentPage key={intent} id={intent} />}</Route>
      <Route path="/knowledge/files">
        <FilesPage />
      </Route>
      <Route path="/knowledge/files/*">{(params) => <FilesPage path={decodeURIComponent(params['*'] ?? '')} />}</Route>
      <Route path="/knowledge/draft">
        <DraftPage />
      </Route>
      <Route path="/knowledge/versions">
        <VersionsPage />
      </Route>
      <Route path="/knowledge/versions/:number">{({ number }) => <VersionPage key={number} number={number} />}</Route>
      <Route path="/knowledge/try">
        <TryPage />
      </Route>
      <Route path="/knowledge/questions">
        <QuestionsPage />
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

function Changed() {
  const { bar } = useWords()
  const changed = useChanged()
  if (changed === 0) return null
  return (
    <span className="count" title={bar.changed(changed)}>
      {changed}
    </span>
  )
}
