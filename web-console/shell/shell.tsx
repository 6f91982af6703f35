import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useMemo } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionView } from '../../src/protocol/http.ts'
import { DeskPage } from '../desk/desk-page.tsx'
import { Waiting } from '../entry/waiting.tsx'
import { OfferStack } from '../queue/offer-stack.tsx'
import { useAnswerKeys } from '../queue/use-answers.ts'
import { useLocale } from '../texts/use-texts.ts'
import { AlertDialog } from './alert-dialog.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { DeskProvider } from './desk-context.tsx'
import { NotFound } from './not-found.tsx'
import { Notices } from './notices.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { toTheme } from './theme.ts'
import { TopBar } from './top-bar.tsx'
import { useHistoryKey } from './use-history-key.ts'
import { useDark } from './use-theme.ts'
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
const IntentPage = lazy(async () => ({ default: (await import('../knowledge/intent-page.tsx')).IntentPage }))
const ReportsPage = lazy(async () => ({ default: (await import('../reports/reports-page.tsx')).ReportsPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage }))

/** The server writes a fresh nonce into the page; antd signs the styles that it adds with it. */
function readNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

// Over the document's body antd would lock scrolling with a style that it does not sign; ours never scrolls.
function findLayers(): HTMLElement {
  return document.getElementById('layers') ?? document.body
}

const CSP = { nonce: readNonce() }
const LOCALES = { zh: zhCN, en: enUS }

/** Everything behind the sign-in page. */
export function Shell({ session }: { readonly session: SessionView }) {
  const locale = useLocale()
  const dark = useDark()
  const theme = useMemo(() => toTheme(dark), [dark])
  return (
    <ConfigProvider
      csp={CSP}
      getPopupContainer={findLayers}
      theme={theme}
      locale={LOCALES[locale]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className="shell" message={{ maxCount: 3, top: 56 }}>
        <DeskProvider session={session}>
          <TopBar />
          <ConnectionBanner />
          <Pages />
          <Asks />
          <Notices />
          <ShortcutsSheet />
          <AlertDialog />
        </DeskProvider>
      </App>
    </ConfigProvider>
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
        <Route path="/knowledge/:intent">{({ intent }) => <IntentPage key={intent} id={intent} />}</Route>
        <Route path="/reports">
          <ReportsPage />
        </Route>
        <Route path="/settings">
          <Redirect to="/settings/reception" replace />
        </Route>
        <Route path="/settings/:section">{({ section }) => <SettingsPage section={section} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}
