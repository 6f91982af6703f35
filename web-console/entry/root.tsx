import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Router, Switch, useLocation, useSearch } from 'wouter'
import { ensureSession, loadSession, useSession } from '../net/session.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Crash } from './crash.tsx'
import { InvitePage } from './invite-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { FullPage, Waiting } from './waiting.tsx'

const Shell = lazy(async () => ({ default: (await import('../shell/shell.tsx')).Shell }))
const OwedStepPage = lazy(async () => ({ default: (await import('../settings/owed-step-page.tsx')).OwedStepPage }))

/** Fetches the desk while a person is still typing their password. */
export function preloadDesk(): void {
  void import('../shell/shell.tsx').catch(() => undefined)
}

function Desk() {
  const session = useSession()
  const texts = useTexts()
  const [location] = useLocation()
  const search = useSearch()
  useEffect(ensureSession, [])

  if (session.kind === 'unknown') return <Waiting />
  if (session.kind === 'unreachable') {
    return <FullPage title={texts.loadFailed} action={texts.retry} onAction={() => void loadSession()} />
  }
  if (session.kind === 'out') {
    const here = search ? `${location}?${search}` : location
    return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />
  }
  if (session.session.owesSecondStep) {
    return (
      <Suspense fallback={<Waiting />}>
        <OwedStepPage />
      </Suspense>
    )
  }
  return (
    <Suspense fallback={<Waiting />}>
      <Shell key={session.session.agent.id} session={session.session} />
    </Suspense>
  )
}

export function Root() {
  return (
    <Crash>
      <Router base="/console">
        <Switch>
          <Route path="/invite/:token">{({ token }) => <InvitePage token={token} onIdle={preloadDesk} />}</Route>
          <Route path="/sign-in">
            <SignInPage onIdle={preloadDesk} />
          </Route>
          <Route>
            <Desk />
          </Route>
        </Switch>
      </Router>
    </Crash>
  )
}
