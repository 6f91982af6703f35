import { ApiOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { WebhookSecret, WebhookView } from '../../../src/protocol/webhooks.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { Blank } from '../../shell/blank.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { SecretDialog } from '../secret-dialog.tsx'
import { DeliveryDrawer } from './delivery-drawer.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'
import { WebhookRow } from './webhook-row.tsx'
import './webhooks.css'

export const WEBHOOKS_PATH = '/api/v1/webhooks'

/** Which systems hear of what happens. For owners: the server tells others so. */
export function WebhooksSection() {
  const { webhooks } = useTexts()
  const { loaded, reload } = useLoaded<{ webhooks: WebhookView[] }>(WEBHOOKS_PATH)
  const [editing, setEditing] = useState<WebhookView | 'new'>()
  const [secret, setSecret] = useState<string>()
  const [shown, setShown] = useState<WebhookView>()

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 5 }} />

  const taken = (made: WebhookSecret) => {
    setSecret(made.secret)
    reload()
  }
  const add = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {webhooks.add}
    </Button>
  )
  const list = loaded.value.webhooks
  return (
    <>
      <div className="intro-line">
        <p className="intro">{webhooks.intro}</p>
        {list.length > 0 ? add : null}
      </div>
      {list.length === 0 ? (
        <Blank icon={<ApiOutlined />} title={webhooks.none} hint={webhooks.noneHint}>
          {add}
        </Blank>
      ) : (
        <ul className="webhook-list">
          {list.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onChanged={reload}
              onEdit={() => setEditing(webhook)}
              onLog={() => setShown(webhook)}
              onSecret={taken}
            />
          ))}
        </ul>
      )}
      {editing ? (
        <WebhookDialog
          webhook={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onMade={taken}
          onChanged={reload}
        />
      ) : null}
      {secret === undefined ? null : (
        <SecretDialog
          title={webhooks.secretTitle}
          text={webhooks.secretText}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
      {shown ? <DeliveryDrawer webhook={shown} onClose={() => setShown(undefined)} /> : null}
    </>
  )
}
