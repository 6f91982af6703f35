import type { Agent } from '../../domain/agent.ts'
import { hasGap } from '../../domain/canned-reply.ts'
import { AppError, ERROR_CODES } from '../../domain/errors.ts'
import { findForbidden, maskForbidden } from '../../domain/forbidden.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'

/** What a person of the shop may send of their words, and which of them the owner warns of. */
export interface GuardedWords {
  readonly text: string
  readonly warned: readonly string[]
}

interface Speaker {
  readonly agent: Agent
  readonly conversationId: ConversationId
}

/**
 * Holds a person's words against the owner's lexicon: throws `words_forbidden` for what is blocked, covers what is masked. Words
 * in which something is still to be filled in are no words to send: throws `gap_left`.
 */
export function guardWords(deps: Deps, { agent, conversationId }: Speaker, text: string): GuardedWords {
  if (hasGap(text)) throw new AppError('gap_left')

  const hits = findForbidden(text, deps.live.current().knowledge.forbidden)
  const wordsTo = (action: (typeof hits)[number]['action']) =>
    hits.filter((hit) => hit.action === action).map(({ word }) => word)
  if (hits.length > 0) {
    const counts = { block: wordsTo('block').length, mask: wordsTo('mask').length, warn: wordsTo('warn').length }
    deps.log.warn({ conversationId, agent: agent.id, ...counts }, 'a person wrote forbidden words')
  }
  const blocked = hits.filter(({ action }) => action === 'block')
  if (blocked.length > 0) {
    throw new AppError('words_forbidden', {
      message: `${ERROR_CODES.words_forbidden.message.slice(0, -1)}: ${wordsTo('block').join(', ')}`,
      words: blocked.map(({ word, why }) => ({ word, why })),
    })
  }
  return { text: maskForbidden(text, hits), warned: wordsTo('warn') }
}

/** What the owner warns of has been said: kept for whoever looks after the people of the shop. */
export async function noteWarned(
  deps: Deps,
  { agent, conversationId }: Speaker,
  { warned, seq }: { readonly warned: readonly string[]; readonly seq: number },
): Promise<void> {
  if (warned.length === 0) return
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action: 'message.warned',
    target: conversationId,
    detail: { seq, words: warned },
  })
}
