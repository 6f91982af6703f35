import { lazy } from 'react'
import { Route } from 'wouter'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { Area } from '../shell/area.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useTexts } from '../texts/use-texts.ts'

const IntentPage = lazy(async () => ({ default: (await import('./intent-page.tsx')).IntentPage }))

const QuestionsPage = lazy(async () => ({ default: (await import('../questions/questions-page.tsx')).QuestionsPage }))

/** 知识: what the shop has written down, how it is changed, tried and learned. */
export function KnowledgeArea() {
  const { nav, questions } = useTexts()
  const mayEdit = useDeskState((state) => state.me.role !== 'agent')
  const unanswered = { to: '/knowledge/questions', name: questions.title, count: <OpenQuestions /> }
  return (
    <Area name={nav.knowledge} tabs={mayEdit ? [unanswered] : []}>
      <Route path="/knowledge/intents/:intent">{({ intent }) => <IntentPage key={intent} id={intent} />}</Route>
      <Route path="/knowledge/questions">
        <QuestionsPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Area>
  )
}
