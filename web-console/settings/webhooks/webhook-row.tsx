import { App, Button, Switch } from 'antd'
import type { DeliveryView, WebhookSecret, WebhookView } from '../../../src/protocol/webhooks.ts'
import { request } from '../../net/http.ts'
import { useSay } from '../../shell/use-say.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { useAttempt } from '../use-attempt.ts'

interface WebhookRowProps {
  readonly webhook: WebhookView
  readonly onChanged: () => void
  readonly onEdit: () => void
  readonly onLog: () => void
  readonly onSecret: (made: WebhookSecret) => void
}

export function WebhookRow({ webhook, onChanged, onEdit, onLog, onSecret }: WebhookRowProps) {
  const { webhooks } = useTexts()
  const work = useWebhookWork(webhook, onChanged, onSecret)
  const { name, url, events, active } = webhook
  return (
    <li className={active ? 'webhook' : 'webhook inactive'}>
      <div className="webhook-head">
        <b>{name}</b>
        {active ? null : <i className="chip bad">{webhooks.off}</i>}
        <Switch
          checked={active}
          loading={work.busy}
          aria-label={webhooks.switchLabel(name)}
          onChange={(on) => void work.switchTo(on)}
        />
      </div>
      <code className="webhook-url">{url}</code>
      <p className="webhook-events">
        {events.map((event) => (
          <i key={event} className="chip quiet">
            {webhooks.event[event] ?? event}
          </i>
        ))}
      </p>
      <Health webhook={webhook} />
      <div className="webhook-actions">
        <Button size="small" loading={work.busy} onClick={() => void work.test()}>
          {webhooks.test}
        </Button>
        <Button size="small" onClick={onLog}>
          {webhooks.log}
        </Button>
        <Button size="small" onClick={onEdit}>
          {webhooks.edit}
        </Button>
        <Button size="small" onClick={work.confirmRotate}>
          {webhooks.rotate}
        </Button>
        <Button size="small" danger type="text" onClick={work.confirmRemove}>
          {webhooks.remove}
        </Button>
      </div>
    </li>
  )
}

/** Whether anything arrives. */
function Health({ webhook }: { readonly webhook: WebhookView }) {
  const { webhooks } = useTexts()
  const locale = useLocale()
  const { offBecause, failingSince, lastDeliveredAt, due, earlierKeyUntil } = webhook
  if (offBecause === 'failing') return <p className="webhook-health bad">{webhooks.givenUp}</p>

  const parts = [
    failingSince !== undefined
      ? webhooks.failing(formatMoment(failingSince, locale))
      : lastDeliveredAt === undefined
        ? webhooks.quiet
        : webhooks.fine(formatMoment(lastDeliveredAt, locale)),
    ...(due > 0 ? [webhooks.due(due)] : []),
    ...(earlierKeyUntil === undefined ? [] : [webhooks.rotating(formatMoment(earlierKeyUntil, locale))]),
  ]
  return <p className={failingSince === undefined ? 'webhook-health' : 'webhook-health bad'}>{parts.join(' · ')}</p>
}

function useWebhookWork({ id, name }: WebhookView, onChanged: () => void, onSecret: (made: WebhookSecret) => void) {
  const { webhooks } = useTexts()
  const say = useSay()
  const { modal } = App.useApp()
  const { attempt, busy } = useAttempt()
  const path = `/api/v1/webhooks/${encodeURIComponent(id)}`

  return {
    busy,
    switchTo: async (active: boolean) => {
      if (await attempt(() => request('PATCH', path, { active }))) onChanged()
    },
    test: async () => {
      await attempt(async () => {
        const { delivery } = await request<{ delivery: DeliveryView }>('POST', `${path}/test`)
        const { status, answered, error } = delivery
        if (status === 'delivered') say.success(webhooks.tested(answered ?? 200))
        else say.warning(webhooks.testFailed(error ?? webhooks.answered(answered ?? 0)))
      })
      onChanged()
    },
    confirmRotate: () =>
      void modal.confirm({
        title: webhooks.rotateTitle,
        content: webhooks.rotateText,
        okText: webhooks.rotate,
        onOk: () => attempt(async () => onSecret(await request<WebhookSecret>('POST', `${path}/secret`))),
      }),
    confirmRemove: () =>
      void modal.confirm({
        title: webhooks.removeTitle(name),
        content: webhooks.removeText,
        okText: webhooks.remove,
        okButtonProps: { danger: true },
        onOk: async () => {
          if (await attempt(() => request('DELETE', path))) onChanged()
        },
      }),
  }
}
