import { freshContext, without } from '../../domain/dialogue/context.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Locale } from '../../domain/localized-text.ts'
import type { Deps } from '../deps.ts'
import { getThread, publishConversation } from './get-thread.ts'

export interface ContextInput {
  readonly conversationId: ConversationId
  readonly page?: { readonly url: string; readonly title: string } | undefined
  readonly product?: string | undefined
  readonly order?: string | undefined
  /** What the page's cart holds; an empty one empties it. */
  readonly basket?: readonly { readonly product: string; readonly quantity: number }[] | undefined
}

/** What the shopper is looking at. An unknown product is not an error: the page may be newer than the knowledge. */
export async function setContext(deps: Deps, input: ContextInput): Promise<void> {
  await deps.lanes.run(input.conversationId, async () => {
    const { conversation } = await getThread(deps, input.conversationId)
    const { knowledge } = deps.live.current()
    const known = input.product !== undefined && knowledge.products.has(input.product)
    const now = deps.clock.now()
    await deps.storage.conversations.setContext(input.conversationId, {
      ...freshContext(conversation.context, now, knowledge.dialogue.forgetMinutes),
      touchedAt: now,
      ...(input.page && { page: input.page }),
      ...(known && { productId: input.product }),
      ...(input.order !== undefined && { orderNumber: input.order }),
      ...(input.basket && {
        basket: input.basket.map(({ product, quantity }) => ({ productId: product, quantity })),
      }),
    })
    await publishConversation(deps, input.conversationId)
  })
}

/** The language in which the shopper is spoken to from now on. */
export async function setLocale(deps: Deps, input: { conversationId: ConversationId; locale: Locale }): Promise<void> {
  await deps.lanes.run(input.conversationId, async () => {
    const { conversation } = await getThread(deps, input.conversationId)
    await deps.storage.conversations.setContext(input.conversationId, without(conversation.context, 'spoken'))
    await deps.storage.conversations.setLocale(input.conversationId, input.locale)
    await publishConversation(deps, input.conversationId)
  })
}
