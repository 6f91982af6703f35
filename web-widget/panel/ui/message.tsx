import type { LogItem, OwnState } from '../../core/log-items.ts'
import type { OutboxEntry } from '../../core/outbox.ts'
import { Body, Picture, toEventText } from './body.tsx'
import { useChat } from './chat-context.ts'
import { FileCard } from './file-card.tsx'
import { BotFace, Icon } from './icon.tsx'
import { Quote } from './quote.tsx'
import { Tools } from './tools.tsx'

type Spoken = Extract<LogItem, { kind: 'message' }>

/** One line of the log. `last`: nothing follows it. */
export function MessageRow({ item, last, lastOwn }: { item: Spoken; last: boolean; lastOwn: boolean }) {
  const { texts } = useChat()
  const { message, opens, own } = item
  const { author, body } = message
  const isOwn = author.kind === 'customer'
  if (body.kind === 'event' || body.kind === 'recalled' || author.kind === 'system') {
    const recalled = body.kind === 'recalled' && (isOwn ? texts.recalledOwn : texts.recalled)
    const words = recalled || toEventText(message, texts) || ('text' in body ? body.text : '')
    return (
      <div class="row event">
        <span>{words}</span>
      </div>
    )
  }
  const name = author.kind === 'bot' ? texts.botName : (author.name ?? texts.agent)
  return (
    <div class={`row ${isOwn ? 'own' : author.kind} ${opens ? 'opens' : ''}`} data-id={message.id}>
      {!isOwn && (
        <span class="avatar" aria-hidden="true">
          {author.kind === 'bot' ? <BotFace /> : name.slice(0, 1)}
        </span>
      )}
      <div class="said">
        <span class={!isOwn && opens ? 'name' : 'hidden'}>{isOwn ? texts.you : name}</span>
        {message.quote && <Quote message={message} quote={message.quote} />}
        <Body body={body} live={last} />
        {own && lastOwn && <OwnMark state={own} />}
        <Tools message={message} fresh={last} />
      </div>
    </div>
  )
}

function OwnMark({ state }: { state: OwnState }) {
  const { texts } = useChat()
  const icon = state === 'sending' ? 'clock' : state === 'read' ? 'checks' : 'check'
  return (
    <span class={`mark mark-${state}`}>
      <Icon name={icon} />
      {state === 'sending' ? texts.sending : state === 'read' ? texts.read : texts.sent}
    </span>
  )
}

function Draft({ draft }: { draft: OutboxEntry['draft'] }) {
  if ('name' in draft && draft.name) return <FileCard name={draft.name} />
  if (draft.kind === 'upload') return <Picture url={draft.dataUrl} />
  if (draft.kind === 'image') return <Picture url={draft.image} />
  return <p class="bubble">{'text' in draft ? draft.text : draft.kind}</p>
}

/** A message that has no acknowledgement yet, and what became of it. */
export function WaitingRow({ entry, own }: { entry: OutboxEntry; own: OwnState }) {
  const { session, texts } = useChat()
  const why = entry.refusal && (texts.errors[entry.refusal.code] ?? texts.refused)
  return (
    <div class="row own">
      <div class="said">
        <span class="hidden">{texts.you}</span>
        <Draft draft={entry.draft} />
        {own === 'sending' ? (
          <OwnMark state="sending" />
        ) : (
          <span class="mark mark-failed">
            {why && <span>{why}</span>}
            <button type="button" class="text-button" onClick={() => session.retry(entry.clientId)}>
              <Icon name="alert" />
              {texts.notSent}
            </button>
            {entry.refusal && (
              <button type="button" class="text-button" onClick={() => session.remove(entry.clientId)}>
                {texts.remove}
              </button>
            )}
          </span>
        )}
      </div>
    </div>
  )
}
