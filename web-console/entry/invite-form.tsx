import { useState } from 'react'
import { acceptInvite } from '../net/session.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { EntryField } from './entry-field.tsx'
import { useSubmit } from './use-submit.ts'

const EMPTY = { name: '', login: '', password: '', again: '' }
type Draft = typeof EMPTY

/** What is wrong with the form, before the server is asked. */
export function problemOf(draft: Draft, texts: Texts): string {
  if (!draft.name.trim() || !draft.password || !draft.again) return texts.entry.missing
  if (draft.login.trim().length < 2) return texts.entry.loginHint
  if (draft.password.length < 8) return texts.entry.short
  return draft.password === draft.again ? '' : texts.entry.mismatch
}

interface InviteFormProps {
  readonly token: string
  readonly onAccepted: () => void
}

export function InviteForm({ token, onAccepted }: InviteFormProps) {
  const texts = useTexts()
  const [draft, setDraft] = useState(EMPTY)
  const { problem, busy, onSubmit } = useSubmit(
    () => problemOf(draft, texts),
    async () => {
      const { name, login, password } = draft
      await acceptInvite(token, { name: name.trim(), login: login.trim(), password })
      onAccepted()
    },
  )

  return (
    <form onSubmit={onSubmit} noValidate>
      <InviteFields draft={draft} onChange={setDraft} />
      <p className="entry-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="entry-button" disabled={busy}>
        {texts.entry.join}
      </button>
    </form>
  )
}

interface InviteFieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

function InviteFields({ draft, onChange }: InviteFieldsProps) {
  const { entry } = useTexts()
  const bind = (key: keyof Draft) => ({
    value: draft[key],
    onChange: (value: string) => onChange({ ...draft, [key]: value }),
  })
  return (
    <>
      <EntryField label={entry.name} {...bind('name')} autoComplete="name" focused maxLength={40} />
      <EntryField
        label={entry.login}
        {...bind('login')}
        autoComplete="username"
        hint={entry.loginHint}
        maxLength={80}
      />
      <EntryField
        label={entry.password}
        {...bind('password')}
        autoComplete="new-password"
        hint={entry.passwordHint}
        secret
      />
      <EntryField label={entry.again} {...bind('again')} autoComplete="new-password" secret />
    </>
  )
}
