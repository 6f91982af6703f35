import { useEffect, useState } from 'react'
import { Link, Redirect } from 'wouter'
import type { InviteView } from '../../src/protocol/http.ts'
import { Refusal, thrownText } from '../net/refusal.ts'
import { invitePath, useSession } from '../net/session.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { EntryCard } from './entry-card.tsx'
import { InviteForm } from './invite-form.tsx'
import { Waiting } from './waiting.tsx'

function isInvalid(thrown: unknown): boolean {
  return thrown instanceof Refusal && (thrown.status === 404 || thrown.status === 410)
}

export function InvitePage({ token, onIdle }: { readonly token: string; readonly onIdle: () => void }) {
  const texts = useTexts()
  const locale = useLocale()
  const session = useSession()
  const { loaded, reload } = useLoaded<InviteView>(invitePath(token))
  const [accepted, setAccepted] = useState(false)
  useEffect(onIdle, [onIdle])

  if (accepted && session.kind === 'in') {
    // Whoever opens the shop is led through the first steps.
    return <Redirect to={session.session.agent.role === 'owner' ? '/welcome?first' : '/'} replace />
  }
  if (loaded.kind === 'loading') return <Waiting />
  if (loaded.kind === 'failed') return <NoInvite thrown={loaded.thrown} onRetry={reload} />

  const invite = loaded.value
  return (
    <EntryCard
      title={texts.entry.joinTitle(invite.shopName)}
      intro={texts.entry.joinRole(texts.roles[invite.role])}
      foot={texts.entry.expires(formatMoment(invite.expiresAt, locale))}
    >
      <InviteForm token={token} onAccepted={() => setAccepted(true)} />
      <Link to="/sign-in" className="entry-link">
        {texts.entry.haveAccount}
      </Link>
    </EntryCard>
  )
}

function NoInvite({ thrown, onRetry }: { readonly thrown: unknown; readonly onRetry: () => void }) {
  const texts = useTexts()
  if (isInvalid(thrown)) {
    return (
      <EntryCard title={texts.entry.usedTitle} intro={texts.entry.used}>
        <Link to="/sign-in" className="entry-button">
          {texts.entry.haveAccount}
        </Link>
      </EntryCard>
    )
  }
  return (
    <EntryCard title={texts.loadFailed} intro={thrownText(texts, thrown)}>
      <button type="button" className="entry-button" onClick={onRetry}>
        {texts.retry}
      </button>
    </EntryCard>
  )
}
