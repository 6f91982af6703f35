import { Button, Checkbox, Input, Modal } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import { WebhookEventName, type WebhookSecret, type WebhookView } from '../../../src/protocol/webhooks.ts'
import { request } from '../../net/http.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useAttempt } from '../use-attempt.ts'

const EVENTS = WebhookEventName.options
type EventName = (typeof EVENTS)[number]
const USUAL: readonly EventName[] = ['conversation.handed_over', 'message.created', 'case.opened', 'case.changed']

interface WebhookDialogProps {
  /** Undefined for a new one. */
  readonly webhook: WebhookView | undefined
  readonly onClose: () => void
  readonly onMade: (made: WebhookSecret) => void
  readonly onChanged: () => void
}

export function WebhookDialog({ webhook, onClose, onMade, onChanged }: WebhookDialogProps) {
  const { webhooks, save } = useTexts()
  const ids = { name: useId(), url: useId() }
  const [draft, setDraft] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? 'https://',
    events: webhook?.events ?? [...USUAL],
  })
  const { attempt, busy } = useAttempt()
  const ready = draft.name.trim() !== '' && draft.url.trim().length > 8 && draft.events.length > 0

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const done = await attempt(async () => {
      if (webhook) await request('PATCH', `/api/v1/webhooks/${encodeURIComponent(webhook.id)}`, draft)
      else onMade(await request<WebhookSecret>('POST', '/api/v1/webhooks', draft))
    })
    if (!done) return
    onChanged()
    onClose()
  }

  return (
    <Modal open title={webhook ? webhook.name : webhooks.add} onCancel={onClose} footer={null} width={520}>
      <form className="settings-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={ids.name}>{webhooks.name}</label>
        <Input
          id={ids.name}
          value={draft.name}
          maxLength={40}
          placeholder={webhooks.namePlaceholder}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <label htmlFor={ids.url}>{webhooks.url}</label>
        <Input
          id={ids.url}
          value={draft.url}
          maxLength={500}
          inputMode="url"
          onChange={(event) => setDraft({ ...draft, url: event.target.value })}
        />
        <small>{webhooks.urlHint}</small>
        <Events chosen={draft.events} onChange={(events) => setDraft({ ...draft, events })} />
        <Button type="primary" htmlType="submit" block loading={busy} disabled={!ready}>
          {webhook ? save : webhooks.add}
        </Button>
      </form>
    </Modal>
  )
}

interface EventsProps {
  readonly chosen: EventName[]
  readonly onChange: (events: EventName[]) => void
}

function Events({ chosen, onChange }: EventsProps) {
  const { webhooks } = useTexts()
  const all = chosen.length === EVENTS.length
  return (
    <fieldset className="webhook-choices">
      <legend>
        {webhooks.events}
        <Checkbox
          checked={all}
          indeterminate={!all && chosen.length > 0}
          onChange={(event) => onChange(event.target.checked ? [...EVENTS] : [])}
        >
          {webhooks.all}
        </Checkbox>
      </legend>
      {EVENTS.map((event) => (
        <Checkbox
          key={event}
          checked={chosen.includes(event)}
          onChange={({ target }) =>
            onChange(EVENTS.filter((one) => (one === event ? target.checked : chosen.includes(one))))
          }
        >
          {webhooks.event[event]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
