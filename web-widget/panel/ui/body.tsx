import { findCardChoice } from '../../core/card-choices.ts'
import { toSafeUrl } from '../../core/rich-text.ts'
import type { PanelTexts } from '../../core/texts.ts'
import type { Body as MessageBody, Option, WidgetMessage } from '../../core/wire.ts'
import { OrderCard, ProductCard } from './cards.tsx'
import { useChat } from './chat-context.ts'
import { DetailsCard, TableCard } from './fact-cards.tsx'
import { FileCard } from './file-card.tsx'
import { RichText } from './rich-text.tsx'

type Text = Extract<MessageBody, { kind: 'text' }>

export function Picture({ url }: { url: string }) {
  const { server, texts, zoom } = useChat()
  const isOwnPreview = url.startsWith('data:image/jpeg;base64,')
  const src = isOwnPreview ? url : toSafeUrl(url, server)
  if (!src) return null
  return (
    <button type="button" class="picture" aria-label={texts.zoom} onClick={() => zoom(src)}>
      <img src={src} alt={texts.image} loading="lazy" />
    </button>
  )
}

function Choices({ options, live }: { options: readonly Option[]; live: boolean }) {
  const { session, texts } = useChat()
  return (
    <fieldset class="choices" aria-label={texts.choices} disabled={!live}>
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="choice"
          onClick={() => session.send({ kind: 'choice', choice: value, text: label })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

function Cards({ body, live }: { body: Text; live: boolean }) {
  const toReply = (kind: 'order' | 'product', id: string) => (live ? findCardChoice(body, kind, id) : undefined)
  return (
    <>
      {body.products?.map((product) => (
        <ProductCard key={product.id} product={product} reply={toReply('product', product.id)} />
      ))}
      {body.orders?.map((order) => (
        <OrderCard key={order.number} order={order} reply={toReply('order', order.number)} />
      ))}
      {body.table && <TableCard table={body.table} />}
      {body.details?.map((details) => (
        <DetailsCard key={details.title} details={details} />
      ))}
    </>
  )
}

/** What a message holds. `live`: nothing was said after it, so its choices still mean something. */
export function Body({ body, live }: { body: MessageBody; live: boolean }) {
  switch (body.kind) {
    case 'text':
      return (
        <>
          {body.text && (
            <p class="bubble">
              <RichText text={body.text} />
            </p>
          )}
          {body.image && <Picture url={body.image} />}
          <Cards body={body} live={live} />
        </>
      )
    case 'clarify':
      return (
        <div class="bubble">
          <RichText text={body.text} />
          <Choices options={body.choices} live={live} />
        </div>
      )
    case 'choice':
      return <p class="bubble">{body.text}</p>
    case 'image':
      return <Picture url={body.url} />
    case 'file':
      return <FileCard {...body} />
    case 'product':
      return <ProductCard product={body.product} />
    case 'order':
      return <OrderCard order={body.order} />
    case 'event':
    case 'recalled':
      return null
  }
}

/** What happened, in the words of the shopper's language. */
export function toEventText({ body }: WidgetMessage, texts: PanelTexts): string {
  if (body.kind !== 'event') return ''
  const name = body.event.agentName ?? ''
  switch (body.event.name) {
    case 'assigned':
      return texts.eventAssigned(name)
    case 'transferred':
      return texts.eventTransferred(name)
    case 'queued':
      return texts.eventQueued
    case 'left_queue':
      return texts.eventLeftQueue
    case 'returned_to_queue':
      return texts.eventReturnedToQueue
    case 'returned_to_bot':
      return texts.eventReturnedToBot
    case 'resolved':
      return texts.eventResolved
    default:
      return ''
  }
}
