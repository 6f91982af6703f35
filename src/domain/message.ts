import type { Explanation } from './explanation.ts'
import type { AgentId, ConversationId, CustomerId, ProductId } from './ids.ts'
import type { StoredFile } from './upload.ts'

export type Author =
  | { readonly kind: 'customer'; readonly id: CustomerId }
  | { readonly kind: 'bot' }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string }
  | { readonly kind: 'system' }

/** Something the reader can press. `value` is an intent id, or what `toChoiceValue` writes; anything else is sent as words. */
export interface Option {
  readonly value: string
  readonly label: string
}

export interface ProductCard {
  readonly id: ProductId
  readonly name: string
  readonly price: string
  readonly image?: string
  readonly url: string
}

export interface OrderCard {
  readonly number: string
  readonly status: string
  readonly statusText: string
  readonly total: string
  readonly items: string
  readonly placedOn: string
}

/** Things side by side: one column a thing, one row a respect in which they differ. */
export interface TableCard {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
}

/** What is known of one thing, line by line: a case, a parcel, what is about to be confirmed. */
export interface DetailsCard {
  readonly title: string
  readonly status?: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

/** What only the people of the shop are told. */
export const DESK_EVENTS = ['transfer_proposed', 'transfer_declined', 'transfer_expired', 'transfer_cancelled'] as const
type DeskEventName = (typeof DESK_EVENTS)[number]

export type ConversationEvent =
  /** `agentName` is a group's name where it was transferred to a group. */
  | { readonly name: 'assigned' | 'transferred' | 'taken_over' | DeskEventName; readonly agentName: string }
  | { readonly name: 'queued' | 'left_queue' | 'returned_to_queue' | 'returned_to_bot' | 'resolved' }

export type MessageBody =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly image?: string
      readonly products?: readonly ProductCard[]
      readonly orders?: readonly OrderCard[]
      readonly table?: TableCard
      readonly details?: readonly DetailsCard[]
      readonly quickReplies?: readonly Option[]
    }
  | { readonly kind: 'clarify'; readonly text: string; readonly choices: readonly Option[] }
  | { readonly kind: 'choice'; readonly choice: string; readonly text: string }
  | { readonly kind: 'image'; readonly url: string }
  | ({ readonly kind: 'file'; readonly url: string } & StoredFile)
  | { readonly kind: 'product'; readonly product: ProductCard }
  | { readonly kind: 'order'; readonly order: OrderCard }
  | { readonly kind: 'event'; readonly event: ConversationEvent }
  /** Only the people of the shop see a note. */
  | {
      readonly kind: 'note'
      readonly text: string
      /** Said by a supervisor to whoever holds the conversation. */
      readonly whisper?: true
    }
  /** Taken back by whoever had said it: what it was is gone. */
  | { readonly kind: 'recalled' }

/** An earlier message of the same conversation, as far as it is shown above the one that answers it. */
export interface Quote {
  readonly seq: number
  readonly author: { readonly kind: Author['kind']; readonly name?: string }
  /** What it holds; a picture has no words. */
  readonly kind: MessageBody['kind']
  readonly text: string
}

/** One line of a conversation. `seq` counts from 1 without gaps; `at` is in epoch milliseconds. */
export interface Message {
  readonly conversationId: ConversationId
  readonly seq: number
  readonly author: Author
  readonly body: MessageBody
  readonly at: number
  readonly quote?: Quote
  /** Why the bot said this; every bot message carries it. */
  readonly explanation?: Explanation
  /** The id that the sender's program gave it; absent on what the server itself says. */
  readonly clientId?: string
  /** The shopper's verdict on a bot answer. */
  readonly helpful?: boolean
}

/** The id under which the wire speaks of a message. */
export function messageId(message: Pick<Message, 'conversationId' | 'seq'>): string {
  return `${message.conversationId}.${message.seq}`
}

/** The seq in a message id of this conversation; undefined for any other string. */
export function seqOf(id: string, conversationId: ConversationId): number | undefined {
  if (!id.startsWith(`${conversationId}.`)) return undefined

  const seq = Number(id.slice(conversationId.length + 1))
  return Number.isSafeInteger(seq) && seq > 0 ? seq : undefined
}

/** Cards as far as their words go, whoever holds them: the domain or a view of it. */
interface CardWords {
  readonly products?: readonly { readonly name: string }[] | undefined
  readonly orders?: readonly { readonly number: string; readonly statusText: string }[] | undefined
  readonly table?: { readonly columns: readonly string[] } | undefined
  readonly details?: readonly { readonly title: string; readonly status?: string | undefined }[] | undefined
}

/** What the cards of a message say in one line, in no language but their own. */
export function wordsOnCards({ products = [], orders = [], table, details = [] }: CardWords): string {
  return [
    ...products.map(({ name }) => name),
    ...orders.map(({ number, statusText }) => `${number} ${statusText}`),
    ...(table?.columns ?? []),
    ...details.map(({ title, status }) => (status ? `${title} ${status}` : title)),
  ].join(' · ')
}

/** A message as far as its words go, whoever holds it: the domain or a view of it. */
type BodyWords =
  | ({ readonly kind: 'text'; readonly text: string } & CardWords)
  | { readonly kind: 'clarify' | 'choice' | 'note'; readonly text: string }
  | { readonly kind: 'product'; readonly product: { readonly name: string } }
  | { readonly kind: 'order'; readonly order: { readonly number: string } }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'image' | 'event' | 'recalled' }

/** Whether these words stand in a message, in whatever case its letters are. */
export function holdsWords(body: BodyWords, words: string): boolean {
  return wordsOf(body).toLowerCase().includes(words.toLowerCase())
}

/** Whether only the people of the shop may see it. */
export function isForDesk(body: MessageBody): boolean {
  if (body.kind === 'note') return true
  return body.kind === 'event' && DESK_EVENTS.some((name) => name === body.event.name)
}

/** The words in a message, for the matcher, previews and transcripts; empty where there are none. */
export function wordsOf(body: BodyWords): string {
  switch (body.kind) {
    case 'text':
      return body.text || wordsOnCards(body)
    case 'clarify':
    case 'choice':
    case 'note':
      return body.text
    case 'product':
      return body.product.name
    case 'order':
      return body.order.number
    case 'file':
      return body.name
    case 'image':
    case 'event':
    case 'recalled':
      return ''
  }
}

/** The words that somebody has said, for whoever is to understand them: what a file is called asks nothing. */
export function saidIn(body: BodyWords): string {
  return body.kind === 'file' ? '' : wordsOf(body)
}
