import type { z } from 'zod'
import type { Ack, BodyView, MAX_TEXT as LongestText, OptionView, Sendable } from '../../src/protocol/common.ts'
import type {
  QueueChanged,
  SessionStarted,
  ShopView,
  WIDGET_CLIENT_EVENTS,
  WIDGET_SERVER_EVENTS,
  WidgetConversation,
  WidgetHandshake,
  WidgetMessage,
} from '../../src/protocol/widget.ts'

export type { QueueChanged, SessionStarted, ShopView, WidgetConversation, WidgetMessage }
export type Body = z.infer<typeof BodyView>
export type Option = z.infer<typeof OptionView>
export type Product = Extract<Body, { kind: 'product' }>['product']
export type Order = Extract<Body, { kind: 'order' }>['order']
export type Table = NonNullable<Extract<Body, { kind: 'text' }>['table']>
export type Details = NonNullable<Extract<Body, { kind: 'text' }>['details']>[number]
export type Handshake = z.infer<typeof WidgetHandshake>
export type Outgoing = Sendable
export type Locale = 'zh' | 'en'
export type RatingTargetName = NonNullable<RequestOf<'rating:submit'>['target']>
export type RatingReasonName = NonNullable<RequestOf<'rating:submit'>['reasons']>[number]

type ClientEvents = typeof WIDGET_CLIENT_EVENTS
export type ClientEvent = keyof ClientEvents
export type RequestOf<E extends ClientEvent> = z.input<ClientEvents[E]['payload']>
/** What a request comes to. `undefined`: nobody answered, so nothing is known about what became of it. */
export type ReplyTo<E extends ClientEvent> = Ack<z.infer<ClientEvents[E]['ack']>> | undefined
export type Refusal = Extract<Ack, { ok: false }>

type ServerEvents = typeof WIDGET_SERVER_EVENTS
export type ServerEvent = keyof ServerEvents
export type NewsOf<E extends ServerEvent> = z.infer<ServerEvents[E]['payload']>

// The protocol's schemas would bring zod into the browser; the type holds this number to theirs.
export const MAX_TEXT: typeof LongestText = 2000
