import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useRoute } from 'wouter'
import type { SessionView } from '../../src/protocol/http.ts'
import { DeskPage } from '../desk/desk-page.tsx'
import { Waiting } from '../entry/waiting.tsx'
import { OfferStack } from '../queue/offer-stack.tsx'
import { useAnswerKeys } from '../queue/use-answers.ts'
import { AlertDialog } from './alert-dialog.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { DeskProvider } from './desk-context.tsx'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { Notices } from './notices.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { TopBar } from './top-bar.tsx'
import { useHistoryKey } from './use-history-key.ts'
import './shell.css'
import './alerts.css'

const CasesPage = lazy(async () => ({ default: (await import('../cases/cases-page.tsx')).CasesPage }))
const CasePage = lazy(async () => ({ default: (await import('../cases/case-page.tsx')).CasePage }))
const TodosPage = lazy(async () => ({ default: (await import('../follow-ups/todos-page.tsx')).TodosPage }))
const CustomerPage = lazy(async () => ({ default: (await import('../customers/customer-page.tsx')).CustomerPage }))
const HistoryPage = lazy(async () => ({ default: (await import('../history/history-page.tsx')).HistoryPage }))
const ConversationPage = lazy(async () => ({
  default: (await import('../history/conversation-page.tsx')).ConversationPage,
}))
const KnowledgeArea = lazy(async () => ({ default: (await import('../knowledge/knowledge-area.tsx')).KnowledgeArea }))
const ReportsArea = lazy(async () => ({ default: (await import('../reports/reports-area.tsx')).ReportsArea }))
const WallPage = lazy(async () => ({ default: (await import('../reports/wall/wall-page.tsx')).WallPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage }))
const WelcomePage = lazy(async () => ({ default: (await import('../welcome/welcome-page.tsx')).WelcomePage }))

/** Everything behind the sign-in page. */
export function Shell({ session }: { readonly session: SessionView }) {
  return (
    <Frame className="shell">
      <DeskProvider session={session}>
        <Screen />
      </DeskProvider>
    </Frame>
  )
}

/** The wall-board has the screen to itself: nobody sits before it. */
function Screen() {
  const [onWall] = useRoute('/reports/wall')
  if (onWall) {
    return (
      <Suspense fallback={<Waiting />}>
        <WallPage />
      </Suspense>
    )
  }
  return (
    <>
      <TopBar />
      <ConnectionBanner />
      <Pages />
      <Asks />
      <Notices />
      <ShortcutsSheet />
      <AlertDialog />
    </>
  )
}

function Asks() {
  useAnswerKeys()
  useHistoryKey()
  return <OfferStack />
}

function Pages() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/">
          <DeskPage />
        </Route>
        <Route path="/cases">
          <CasesPage />
        </Route>
        <Route path="/cases/:number">{({ number }) => <CasePage key={number} number={number} />}</Route>
        <Route path="/todos">
          <TodosPage />
        </Route>
        <Route path="/customers/:id">{({ id }) => <CustomerPage key={id} id={id} />}</Route>
        <Route path="/history">
          <HistoryPage />
        </Route>
        <Route path="/conversations/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
        <Route path="/knowledge/*?">
          <KnowledgeArea />
        </Route>
        <Route path="/reports/*?">
          <ReportsArea />
        </Route>
        <Route path="/welcome">
          <WelcomePage />
        </Route>
        <Route path="/settings">
          <Redirect to="/settings/reception" replace />
        </Route>
        <Route path="/settings/knowledge">
          <Redirect to="/knowledge/versions" replace />
        </Route>
        <Route path="/settings/:section">{({ section }) => <SettingsPage section={section} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}
