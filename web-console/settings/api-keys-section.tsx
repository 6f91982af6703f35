import { KeyOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ApiKeyView } from '../../src/protocol/webhooks.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { ApiKeyDialog } from './api-key-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { useAttempt } from './use-attempt.ts'
import './webhooks/webhooks.css'

const PATH = '/api/v1/api-keys'

/** Keys with which other systems come in. For owners: the server tells others so. */
export function ApiKeysSection() {
  const { apiKeys } = useTexts()
  const { loaded, reload } = useLoaded<{ keys: ApiKeyView[] }>(PATH)
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 5 }} />

  const { keys } = loaded.value
  const add = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {apiKeys.add}
    </Button>
  )
  return (
    <>
      <div className="intro-line">
        <p className="intro">{apiKeys.intro}</p>
        {keys.length > 0 ? add : null}
      </div>
      {keys.length === 0 ? (
        <Blank icon={<KeyOutlined />} title={apiKeys.none} hint={apiKeys.noneHint}>
          {add}
        </Blank>
      ) : (
        <ul className="api-keys">
          {keys.map((key) => (
            <ApiKeyRow key={key.id} shown={key} onChanged={reload} />
          ))}
        </ul>
      )}
      {making ? (
        <ApiKeyDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setSecret(made.secret)
            reload()
          }}
        />
      ) : null}
      {secret === undefined ? null : (
        <SecretDialog
          title={apiKeys.secretTitle}
          text={apiKeys.secretText}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  )
}

function ApiKeyRow({ shown, onChanged }: { readonly shown: ApiKeyView; readonly onChanged: () => void }) {
  const { apiKeys } = useTexts()
  const { modal } = App.useApp()
  const { attempt } = useAttempt()
  const { name, prefix, scopes } = shown
  const { ended, facts } = useFacts(shown)
  const confirmRevoke = () =>
    void modal.confirm({
      title: apiKeys.revokeTitle(name),
      content: apiKeys.revokeText,
      okText: apiKeys.revoke,
      okButtonProps: { danger: true },
      onOk: async () => {
        if (await attempt(() => request('DELETE', `${PATH}/${encodeURIComponent(shown.id)}`))) onChanged()
      },
    })
  return (
    <li className={ended ? 'api-key inactive' : 'api-key'}>
      <div className="api-key-head">
        <b>{name}</b>
        <code>{prefix}…</code>
        {ended ? null : (
          <Button size="small" danger onClick={confirmRevoke}>
            {apiKeys.revoke}
          </Button>
        )}
      </div>
      <p className="webhook-events">
        {scopes.map((scope) => (
          <i key={scope} className="chip quiet">
            {apiKeys.scope[scope]}
          </i>
        ))}
      </p>
      <small>{facts.join(' · ')}</small>
    </li>
  )
}

function useFacts({ usedAt, expiresAt, revokedAt }: ApiKeyView): { ended: boolean; facts: readonly string[] } {
  const { apiKeys } = useTexts()
  const locale = useLocale()
  const [now] = useState(Date.now)
  const expired = expiresAt !== undefined && expiresAt <= now
  const end =
    revokedAt !== undefined
      ? [apiKeys.revoked(formatMoment(revokedAt, locale))]
      : expired
        ? [apiKeys.expired]
        : expiresAt === undefined
          ? []
          : [apiKeys.expires(formatMoment(expiresAt, locale))]
  const used = usedAt === undefined ? apiKeys.unused : apiKeys.used(formatMoment(usedAt, locale))
  return { ended: revokedAt !== undefined || expired, facts: [used, ...end] }
}
