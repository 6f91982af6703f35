import { useEffect, useState } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import { Refusal } from '../net/refusal.ts'
import { ensureSession, signIn, useSession } from '../net/session.ts'
import { safeNext } from '../state/safe-next.ts'
import { useTexts } from '../texts/use-texts.ts'
import { EntryCard } from './entry-card.tsx'
import { EntryField } from './entry-field.tsx'
import { useSubmit } from './use-submit.ts'

export function SignInPage({ onIdle }: { readonly onIdle: () => void }) {
  const texts = useTexts()
  const session = useSession()
  const [params] = useSearchParams()
  useEffect(onIdle, [onIdle])
  useEffect(ensureSession, [])

  if (session.kind === 'in') return <Redirect to={safeNext(params.get('next'))} replace />

  return (
    <EntryCard title={texts.entry.signIn} intro={texts.entry.slogan} foot={texts.entry.noAccount}>
      <SignInForm />
    </EntryCard>
  )
}

function SignInForm() {
  const { entry } = useTexts()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const { problem, busy, onSubmit } = useSubmit(
    () => (login.trim() && password && (!needsCode || code.trim()) ? '' : entry.missing),
    async () => {
      try {
        await signIn({ login: login.trim(), password, ...(needsCode && { code: code.trim() }) })
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.code === 'second_factor_needed') setNeedsCode(true)
        throw thrown
      }
    },
  )

  return (
    <form onSubmit={onSubmit} noValidate>
      <EntryField label={entry.login} value={login} onChange={setLogin} autoComplete="username" focused />
      <EntryField
        label={entry.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        secret
      />
      {needsCode ? (
        <EntryField
          label={entry.code}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          hint={entry.codeHint}
          focused
          maxLength={40}
        />
      ) : null}
      <p className="entry-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="entry-button" disabled={busy}>
        {entry.submit}
      </button>
    </form>
  )
}
