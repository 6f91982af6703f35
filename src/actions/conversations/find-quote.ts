import type { ConversationId } from '../../domain/ids.ts'
import { type Quote, wordsOf } from '../../domain/message.ts'
import { toQuote } from '../../domain/recall.ts'
import type { Deps } from '../deps.ts'

/**
 * What a message quotes, as it is shown above it. A message that must not be quoted, is gone or never was leaves no quote: what
 * somebody has written is not lost for it. Called in the conversation's lane, so that a recall comes before or after it.
 */
export async function findQuote(
  deps: Deps,
  { conversationId, quote: seq }: { readonly conversationId: ConversationId; readonly quote?: number | undefined },
): Promise<{ readonly quote?: Quote }> {
  const message = seq === undefined ? undefined : await deps.storage.messages.find(conversationId, seq)
  const quote = message && toQuote(message, wordsOf(message.body))
  return quote ? { quote } : {}
}
