import type { ConversationId } from '../../domain/ids.ts'
import { type Author, wordsOf } from '../../domain/message.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** As many hits as one can still step through. */
const HITS_SHOWN = 500
/** What is shown before and after the words. */
const BEFORE = 12
const AFTER = 60

export interface Hit {
  readonly seq: number
  readonly at: number
  readonly author: { readonly kind: Author['kind']; readonly name?: string }
  readonly text: string
}

/** Where in a conversation these words were said, newest first; notes of the shop's people count. */
export async function searchConversation(
  deps: Deps,
  id: ConversationId,
  words: string,
): Promise<{ hits: readonly Hit[]; more: boolean }> {
  await getThread(deps, id)
  const found = await deps.storage.messages.search(id, words, HITS_SHOWN + 1)
  const hits = found.slice(0, HITS_SHOWN).map(({ seq, at, author, body }) => ({
    seq,
    at,
    author: { kind: author.kind, ...(author.kind === 'agent' && { name: author.name }) },
    text: around(wordsOf(body), words),
  }))
  return { hits, more: found.length > HITS_SHOWN }
}

/** One line with the words in sight. */
function around(text: string, words: string): string {
  const line = text.replace(/\s+/g, ' ')
  const at = Math.max(0, line.toLowerCase().indexOf(words.toLowerCase().replace(/\s+/g, ' ')))
  const from = at <= BEFORE ? 0 : at - BEFORE
  const until = at + words.length + AFTER
  return `${from > 0 ? '…' : ''}${line.slice(from, until)}${until < line.length ? '…' : ''}`
}
