import { App, Button } from 'antd'
import { useState } from 'react'
import { EntryField } from '../entry/entry-field.tsx'
import { useSubmit } from '../entry/use-submit.ts'
import { thrownText } from '../net/refusal.ts'
import { changePassword, signOutEverywhere } from '../net/session.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { SecondStep } from './second-step.tsx'
import '../entry/entry.css'
import './account.css'

/** How one's own account is kept safe. */
export function AccountSection() {
  const { account } = useTexts()
  return (
    <>
      <h2>{account.stepTitle}</h2>
      <SecondStep />
      <h2>{account.passwordTitle}</h2>
      <PasswordForm />
      <h2>{account.everywhereTitle}</h2>
      <Everywhere />
    </>
  )
}

const EMPTY = { current: '', next: '', again: '' }

function PasswordForm() {
  const { account, entry } = useTexts()
  const say = useSay()
  const [draft, setDraft] = useState(EMPTY)
  const { problem, busy, onSubmit } = useSubmit(
    () => {
      if (!draft.current || !draft.next) return entry.missing
      return draft.next === draft.again ? '' : entry.mismatch
    },
    async () => {
      await changePassword({ current: draft.current, next: draft.next })
      setDraft(EMPTY)
      say.success(account.changed)
    },
  )
  const bind = (key: keyof typeof EMPTY) => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    secret: true,
  })

  return (
    <form className="account-form" onSubmit={onSubmit} noValidate>
      <EntryField label={account.current} {...bind('current')} autoComplete="current-password" />
      <EntryField label={account.next} {...bind('next')} autoComplete="new-password" hint={entry.passwordHint} />
      <EntryField label={account.again} {...bind('again')} autoComplete="new-password" />
      <p className="entry-problem" role="alert">
        {problem}
      </p>
      <Button htmlType="submit" loading={busy}>
        {account.change}
      </Button>
    </form>
  )
}

function Everywhere() {
  const texts = useTexts()
  const { account } = texts
  const say = useSay()
  const { modal } = App.useApp()
  const myId = useDeskState((state) => state.me.id)
  const leave = () => signOutEverywhere(myId).catch((thrown: unknown) => say.error(thrownText(texts, thrown)))
  const ask = () =>
    void modal.confirm({
      title: account.everywhereSure,
      okText: account.everywhere,
      okButtonProps: { danger: true },
      onOk: leave,
    })
  return (
    <>
      <p className="intro">{account.everywhereText}</p>
      <Button danger onClick={ask}>
        {account.everywhere}
      </Button>
    </>
  )
}
