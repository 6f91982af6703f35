import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { RecoveryCodes, SecondFactorSecret, SecondFactorView } from '../../src/protocol/http.ts'
import { EntryField } from '../entry/entry-field.tsx'
import { useSubmit } from '../entry/use-submit.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { CopyBox } from './copy-box.tsx'
import { QrCode } from './qr-code.tsx'

const PATH = '/api/v1/session/second-factor'

type Stage =
  | { readonly kind: 'state' }
  | { readonly kind: 'password' }
  | { readonly kind: 'scan'; readonly secret: SecondFactorSecret }
  | { readonly kind: 'codes'; readonly codes: RecoveryCodes }
  | { readonly kind: 'end' }

/** The second step of signing in: whether it is asked for, how it is set up, and how it ends. `onSet`: the recovery codes are kept too. */
export function SecondStep({ onSet }: { readonly onSet?: () => void }) {
  const { loaded, reload } = useLoaded<SecondFactorView>(PATH)
  const [stage, setStage] = useState<Stage>({ kind: 'state' })
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 2 }} />

  const done = () => {
    reload()
    setStage({ kind: 'state' })
  }
  const cancel = () => setStage({ kind: 'state' })
  switch (stage.kind) {
    case 'state':
      return <State state={loaded.value} onGo={(kind) => setStage({ kind })} />
    case 'password':
      return <PasswordFirst onProved={(secret) => setStage({ kind: 'scan', secret })} onCancel={cancel} />
    case 'scan':
      return <Scan {...stage} onConfirmed={(codes) => setStage({ kind: 'codes', codes })} onCancel={cancel} />
    case 'codes':
      return <Codes {...stage} onDone={onSet ?? done} />
    case 'end':
      return <End onDone={done} onCancel={cancel} />
  }
}

function State({
  state,
  onGo,
}: {
  readonly state: SecondFactorView
  readonly onGo: (kind: 'password' | 'end') => void
}) {
  const { account } = useTexts()
  const locale = useLocale()
  if (state.since === undefined) {
    return (
      <>
        <p className="intro">{account.stepOff}</p>
        <Button type="primary" onClick={() => onGo('password')}>
          {account.begin}
        </Button>
      </>
    )
  }
  return (
    <>
      <p className="intro">{account.stepOn(formatMoment(state.since, locale), state.recoveryCodesLeft)}</p>
      <Button onClick={() => onGo('end')}>{account.end}</Button>
    </>
  )
}

interface FormProps {
  readonly problem: string
  readonly busy: boolean
  readonly onCancel: () => void
  readonly submit: string
}

function FormFoot({ problem, busy, onCancel, submit }: FormProps) {
  const { account } = useTexts()
  return (
    <>
      <p className="entry-problem" role="alert">
        {problem}
      </p>
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{account.cancel}</Button>
      </div>
    </>
  )
}

function PasswordFirst(props: {
  readonly onProved: (secret: SecondFactorSecret) => void
  readonly onCancel: () => void
}) {
  const { account, entry } = useTexts()
  const [password, setPassword] = useState('')
  const { problem, busy, onSubmit } = useSubmit(
    () => (password ? '' : entry.missing),
    async () => props.onProved(await request<SecondFactorSecret>('POST', PATH, { password })),
  )
  return (
    <form className="account-form" onSubmit={onSubmit} noValidate>
      <EntryField
        label={account.passwordFirst}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        secret
        focused
      />
      <FormFoot problem={problem} busy={busy} onCancel={props.onCancel} submit={account.go} />
    </form>
  )
}

function Scan(props: {
  readonly secret: SecondFactorSecret
  readonly onConfirmed: (codes: RecoveryCodes) => void
  readonly onCancel: () => void
}) {
  const { account, entry } = useTexts()
  const { secret, uri } = props.secret
  const [code, setCode] = useState('')
  const { problem, busy, onSubmit } = useSubmit(
    () => (code.trim() ? '' : entry.missing),
    async () => props.onConfirmed(await request<RecoveryCodes>('PUT', PATH, { code: code.trim() })),
  )
  return (
    <form className="account-form" onSubmit={onSubmit} noValidate>
      <p className="intro">{account.scan}</p>
      <QrCode text={uri} label={account.qr} />
      <p className="intro">{account.byHand}</p>
      <CopyBox text={uri} />
      <CopyBox text={secret} />
      <EntryField label={account.code} value={code} onChange={setCode} autoComplete="one-time-code" focused />
      <FormFoot problem={problem} busy={busy} onCancel={props.onCancel} submit={account.confirm} />
    </form>
  )
}

function Codes({ codes, onDone }: { readonly codes: RecoveryCodes; readonly onDone: () => void }) {
  const { account } = useTexts()
  return (
    <div className="account-form">
      <h3>{account.codesTitle}</h3>
      <p className="intro">{account.codesText}</p>
      <CopyBox text={codes.recoveryCodes.join('\n')} />
      <Button type="primary" onClick={onDone}>
        {account.codesSaved}
      </Button>
    </div>
  )
}

function End({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const { account, entry } = useTexts()
  const say = useSay()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { problem, busy, onSubmit } = useSubmit(
    () => (password && code.trim() ? '' : entry.missing),
    async () => {
      await request('POST', `${PATH}/end`, { password, code: code.trim() })
      say.success(account.ended)
      onDone()
    },
  )
  return (
    <form className="account-form" onSubmit={onSubmit} noValidate>
      <p className="intro">{account.endText}</p>
      <EntryField
        label={entry.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        secret
        focused
      />
      <EntryField label={account.code} value={code} onChange={setCode} autoComplete="one-time-code" />
      <FormFoot problem={problem} busy={busy} onCancel={onCancel} submit={account.end} />
    </form>
  )
}
