import { Button, Drawer, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import {
  type DeliveryDetail,
  type DeliveryPage,
  DeliveryStatusName,
  type DeliveryView,
  type WebhookView,
} from '../../../src/protocol/webhooks.ts'
import { request } from '../../net/http.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useSay } from '../../shell/use-say.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { useAttempt } from '../use-attempt.ts'

interface DeliveryDrawerProps {
  readonly webhook: WebhookView
  readonly onClose: () => void
}

/** What was sent to one webhook, and how it went. */
export function DeliveryDrawer({ webhook, onClose }: DeliveryDrawerProps) {
  const { webhooks } = useTexts()
  const [status, setStatus] = useState('')
  const options = [
    { value: '', label: webhooks.every },
    ...DeliveryStatusName.options.map((value) => ({ value, label: webhooks.status[value] })),
  ]
  return (
    <Drawer open title={`${webhook.name} · ${webhooks.log}`} size={560} onClose={onClose}>
      <Segmented
        value={status}
        options={options}
        aria-label={webhooks.logFilter}
        onChange={(value) => setStatus(value)}
      />
      <Log key={status} path={`/api/v1/webhooks/${encodeURIComponent(webhook.id)}/deliveries`} status={status} />
    </Drawer>
  )
}

function Log({ path, status }: { readonly path: string; readonly status: string }) {
  const { webhooks, more } = useTexts()
  const query = status === '' ? '' : `status=${status}`
  const { loaded, reload } = useLoaded<DeliveryPage>(`${path}?${query}`)
  const [older, setOlder] = useState<DeliveryPage>()
  const { attempt, busy } = useAttempt()
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 6 }} />

  const shown = [...loaded.value.deliveries, ...(older?.deliveries ?? [])]
  const last = shown.at(-1)
  if (!last) return <p className="none">{webhooks.logNone}</p>

  const loadMore = () =>
    attempt(async () => {
      const place = `before=${last.createdAt}&beforeId=${encodeURIComponent(last.id)}`
      const page = await request<DeliveryPage>('GET', `${path}?${query}&${place}`)
      setOlder({ deliveries: [...(older?.deliveries ?? []), ...page.deliveries], more: page.more })
    })
  return (
    <>
      <ol className="deliveries">
        {shown.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} onChanged={reload} />
        ))}
      </ol>
      {(older ?? loaded.value).more ? (
        <Button block loading={busy} onClick={() => void loadMore()}>
          {more}
        </Button>
      ) : null}
    </>
  )
}

const LOOKS = { due: 'chip quiet', delivered: 'chip good', dead: 'chip bad' } as const

function DeliveryRow({ delivery, onChanged }: { readonly delivery: DeliveryView; readonly onChanged: () => void }) {
  const { webhooks } = useTexts()
  const locale = useLocale()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { attempt, busy } = useAttempt()
  const { id, event, status, createdAt } = delivery

  async function resend(): Promise<void> {
    if (await attempt(() => request('POST', `/api/v1/webhook-deliveries/${encodeURIComponent(id)}/resend`))) {
      say.success(webhooks.resent)
      onChanged()
    }
  }

  return (
    <li className="delivery">
      <div className="delivery-head">
        <i className={LOOKS[status]}>{webhooks.status[status]}</i>
        <b>{webhooks.event[event] ?? event}</b>
        <time>{formatMoment(createdAt, locale)}</time>
      </div>
      <p className="delivery-facts">{useFacts(delivery).join(' · ')}</p>
      <div className="webhook-actions">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {webhooks.detail}
        </Button>
        <Button size="small" loading={busy} onClick={() => void resend()}>
          {webhooks.resend}
        </Button>
      </div>
      {open ? <Detail id={id} /> : null}
    </li>
  )
}

function useFacts({ attempts, answered, error, milliseconds, dueAt }: DeliveryView): readonly string[] {
  const { webhooks } = useTexts()
  const locale = useLocale()
  return [
    ...(attempts > 0 ? [webhooks.attempts(attempts)] : []),
    ...(answered === undefined ? [] : [webhooks.answered(answered)]),
    ...(error === undefined ? [] : [error]),
    ...(milliseconds === undefined ? [] : [webhooks.took(milliseconds)]),
    ...(dueAt === undefined ? [] : [webhooks.next(formatMoment(dueAt, locale))]),
  ]
}

function Detail({ id }: { readonly id: string }) {
  const { webhooks } = useTexts()
  const { loaded, reload } = useLoaded<DeliveryDetail>(`/api/v1/webhook-deliveries/${encodeURIComponent(id)}`)
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 3 }} />
  const { body, answer } = loaded.value
  return (
    <dl className="delivery-detail">
      <dt>{webhooks.body}</dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <pre tabIndex={0}>{pretty(body)}</pre>
      </dd>
      <dt>{webhooks.answer}</dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <pre tabIndex={0}>{answer || webhooks.noAnswer}</pre>
      </dd>
    </dl>
  )
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    return json
  }
}
