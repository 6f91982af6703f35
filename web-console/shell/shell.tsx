import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionView } from '../../src/protocol/http.ts'
import { DeskPage } from '../desk/desk-page.tsx'
import { Waiting } from '../entry/waiting.tsx'
import { useLocale } from '../texts/use-texts.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { DeskProvider } from './desk-context.tsx'
import { NotFound } from './not-found.tsx'
import { Notices } from './notices.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { THEME } from './theme.ts'
import { TopBar } from './top-bar.tsx'
import './shell.css'

const CasesPage = lazy(async () => ({ default: (await import('../cases/cases-page.tsx')).CasesPage }))
const CasePage = lazy(async () => ({ default: (await import('../cases/case-page.tsx')).CasePage }))
const TodosPage = lazy(async () => ({ default: (await import('../follow-ups/todos-page.tsx')).TodosPage }))
const CustomerPage = lazy(async () => ({ default: (await import('../customers/customer-page.tsx')).CustomerPage }))
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
  return (
    <ConfigProvider
      csp={CSP}
      getPopupContainer={findLayers}
      theme={THEME}
      locale={LOCALES[locale]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className="shell" message={{ maxCount: 3, top: 56 }}>
        <DeskProvider session={session}>
          <TopBar />
          <ConnectionBanner />
          <Pages />
          <Notices />
          <ShortcutsSheet />
        </DeskProvider>
      </App>
    </ConfigProvider>
  )
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
