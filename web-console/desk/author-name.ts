import type { DeskConversation } from '../../src/protocol/console.ts'
import type { Texts } from '../texts/zh.ts'
import { customerName } from './customer-name.ts'

interface Author {
  readonly kind: 'customer' | 'bot' | 'agent' | 'system'
  readonly name?: string | undefined
}

/** Who said something, as the people of the shop call them. */
export function authorName(author: Author, customer: DeskConversation['customer'], texts: Texts): string {
  if (author.kind === 'customer') return customerName(customer, texts)
  if (author.kind === 'bot') return texts.thread.bot
  return author.name ?? texts.thread.system
}
