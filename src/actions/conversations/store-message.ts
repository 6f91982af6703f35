import { blockedError } from '../../domain/block.ts'
import type { ConversationStatus } from '../../domain/conversation.ts'
import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import type { Message } from '../../domain/message.ts'
import type { AppendResult, MessageDraft } from '../../ports/message-log.ts'
import type { Deps } from '../deps.ts'

/** A stored message with the conversation and customer as they are after it. */
export type Stored = Thread & {
  readonly message: Message
  /** False for a resend of what was stored before. */
  readonly fresh: boolean
  /** Before this one, a customer message was already waiting to be dealt with. */
  readonly behind: boolean
}

/** Stores one message and tells everyone; the status that stood against it if it was refused. Throws for every other failure. */
export async function tryStoreMessage(
  deps: Deps,
  draft: MessageDraft,
): Promise<Stored | { refused: ConversationStatus }> {
  const [result] = await deps.messages.append([draft])
  return publishStored(deps, draft, result)
}

/** Tells everyone of a message once its commit is through; the same outcomes as above. */
export function publishStored(
  deps: Deps,
  draft: MessageDraft,
  result: AppendResult | undefined,
): Stored | { refused: ConversationStatus } {
  switch (result?.kind) {
    case 'stored':
    case 'duplicate': {
      const { kind, message, conversation, customer, behind } = result
      if (kind === 'stored') {
        deps.publisher.publish({ type: 'message.created', message, conversation, customer })
        if (draft.consequences?.enqueue || draft.consequences?.dequeue) {
          deps.publisher.publish({ type: 'conversation.changed', conversation, customer })
          deps.publisher.publish({ type: 'queue.changed' })
        }
      }
      return { message, conversation, customer, behind, fresh: kind === 'stored' }
    }
    case 'refused':
      return { refused: result.status }
    case 'blocked':
      throw blockedError(result.until, draft.at)
    case 'conflict':
      throw new AppError('message_conflict')
    case 'missing':
      throw new AppError('conversation_not_found')
    default:
      throw new AppError('unavailable', { cause: result?.cause })
  }
}

/** The same where a refusal is the caller's mistake: throws `refusal`. */
export async function storeMessage(
  deps: Deps,
  draft: MessageDraft,
  refusal: 'conversation_not_yours' | 'conversation_not_queued' = 'conversation_not_yours',
): Promise<Stored> {
  const result = await tryStoreMessage(deps, draft)
  if ('refused' in result) throw new AppError(refusal)
  return result
}
