import { AppError } from '../../domain/errors.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { MessageBody } from '../../domain/message.ts'
import { toOrderCard, toProductCard } from '../../domain/present.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'

/** What a person sends, as it comes off the wire. */
export type Sent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string; readonly text: string }
  | { readonly kind: 'image'; readonly image: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'order'; readonly order: string }

/** Fills in what only the server knows: a card's facts come from the shop's data, never from the sender. */
export async function toBody(deps: Deps, sent: Sent, conversationId: ConversationId): Promise<MessageBody> {
  const { knowledge } = deps.live.current()
  switch (sent.kind) {
    case 'text':
      return { kind: 'text', text: sent.text }
    case 'choice':
      return { kind: 'choice', choice: sent.choice, text: sent.text }
    case 'image':
      return { kind: 'image', url: sent.image }
    case 'file': {
      const file = await deps.uploads.describe(sent.file.slice(sent.file.lastIndexOf('/') + 1))
      if (!file) throw new AppError('not_found')
      return { kind: 'file', url: sent.file, ...file }
    }
    case 'product': {
      const product = knowledge.products.get(sent.product)
      if (!product) throw new AppError('product_not_found')
      const { conversation } = await getThread(deps, conversationId)
      return { kind: 'product', product: toProductCard(product, knowledge, conversation.locale) }
    }
    case 'order': {
      const { conversation, customer } = await getThread(deps, conversationId)
      const order = customer.verified ? await deps.storage.orders.find(sent.order) : undefined
      if (order?.customerId !== customer.id) throw new AppError('order_not_found')
      return { kind: 'order', order: toOrderCard(order, knowledge.shop.timeZone, conversation.locale) }
    }
  }
}
