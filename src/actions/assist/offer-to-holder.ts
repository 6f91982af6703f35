import type { Thread } from '../../domain/events.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { noteTurn, offerSuggestions } from './offer-suggestions.ts'

/** How far back the matter may lie: further back it is another one. */
const LOOKED_AT = 8

/**
 * An agent has taken the conversation over: what the shopper last said and no person has answered gets its proposals at once,
 * unless they are there already. Where the newest words say nothing ("a person, please"), those before them are taken. It is
 * taken over whether or not there is anything to propose.
 */
export function offerToHolder(deps: Deps, id: ConversationId): Promise<void> {
  return deps.lanes
    .run(id, () => offer(deps, id))
    .catch((error: unknown) => {
      deps.log.error({ conversationId: id, error }, 'nothing could be proposed to who took a conversation over')
    })
}

async function offer(deps: Deps, id: ConversationId): Promise<void> {
  const thread = await getThread(deps, id)
  if (thread.conversation.status !== 'assigned') return

  const [newest, before] = await listUnanswered(deps, thread)
  if (!newest) return
  await noteTurn(deps, thread.conversation, newest.seq)
  if ((await deps.storage.suggestions.listOffered(id)).length > 0) return

  for (const message of before ? [newest, before] : [newest]) {
    const offered = await offerSuggestions(deps, { ...thread, message, fresh: false, behind: false })
    if (offered.length > 0) return
  }
}

/** Newest first, back to the last thing that a person has said; of those before the newest, what the bot could not answer. */
async function listUnanswered(deps: Deps, { conversation }: Thread): Promise<readonly Message[]> {
  const said = await deps.storage.messages.listBefore(conversation.id, conversation.lastSeq + 1, LOOKED_AT)
  const answered = said.findLastIndex(({ author, body }) => author.kind === 'agent' && body.kind !== 'note')
  const [newest, ...earlier] = said
    .slice(answered + 1)
    .filter(({ author }) => author.kind === 'customer')
    .toReversed()
  if (!newest) return []

  const byBot = said.flatMap(({ explanation }) => (explanation?.rule.startsWith('answer') ? explanation.heardSeq : []))
  return [newest, ...earlier.filter(({ seq, body }) => body.kind === 'text' && !byBot.includes(seq))]
}
