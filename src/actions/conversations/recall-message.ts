import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { type Message, seqOf } from '../../domain/message.ts'
import { isSpoken, RECALL_MILLISECONDS, toRecalledQuote } from '../../domain/recall.ts'
import type { Recaller, Stores } from '../../ports/storage.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'

/** As far back as the newest words are looked for below notes and events. */
const PREVIEW_REACH = 50

interface Recall {
  readonly conversationId: ConversationId
  readonly seq: number
}

/** An agent takes back what they said, whoever holds the conversation by now. What it was stays in the audit log. */
export async function recallAsAgent(deps: Deps, agent: Agent, recall: Recall): Promise<void> {
  await recallMessage(deps, { kind: 'agent', id: agent.id }, recall)
}

/** The shopper takes back what they said. Nothing of it is kept: it is theirs to take back. */
export async function recallAsCustomer(
  deps: Deps,
  { conversationId, id }: { readonly conversationId: ConversationId; readonly id: string },
): Promise<void> {
  const seq = seqOf(id, conversationId)
  if (seq === undefined) throw new AppError('not_found')
  await recallMessage(deps, { kind: 'customer' }, { conversationId, seq })
}

/** Takes a message back within two minutes of when it was stored. A second time changes nothing. */
async function recallMessage(deps: Deps, by: Recaller, { conversationId, seq }: Recall): Promise<void> {
  const asked = deps.clock.now()
  await deps.lanes.run(conversationId, async () => {
    const known = await deps.storage.messages.find(conversationId, seq)
    if (!known || !isOwn(known, by) || !isSpoken(known.body)) throw new AppError('not_found')
    if (known.body.kind === 'recalled') return

    const changed = await deps.storage.transaction((stores) => takeBack(stores, known, by, asked))
    if (!changed) throw new AppError('recall_too_late')
    const thread = await getThread(deps, conversationId)
    for (const message of changed) deps.publisher.publish({ type: 'message.updated', message, ...thread })
    if (by.kind === 'customer') await layAside(deps, conversationId, seq)
  })
}

function isOwn({ author }: Message, by: Recaller): boolean {
  return by.kind === 'customer' ? author.kind === 'customer' : author.kind === 'agent' && author.id === by.id
}

/** The message, its quotes and the row of the conversation, all or nothing; undefined where it was too late. */
async function takeBack(
  stores: Stores,
  known: Message,
  by: Recaller,
  at: number,
): Promise<readonly Message[] | undefined> {
  const { conversationId, seq } = known
  const recalled = await stores.messages.recall(conversationId, seq, by, at - RECALL_MILLISECONDS)
  if (!recalled) return undefined

  await stores.search.forget(conversationId, seq)
  const quoting = await stores.messages.requote(conversationId, toRecalledQuote(known))
  const conversation = await stores.conversations.find(conversationId)
  const newest = await stores.messages.listBefore(conversationId, (conversation?.lastSeq ?? seq) + 1, PREVIEW_REACH)
  const last = newest.findLast(({ body }) => isSpoken(body))
  if (last?.seq === seq) await stores.conversations.setPreview(conversationId, 'recalled')
  await stores.audit.add({
    at,
    actor: 'id' in known.author ? known.author.id : by.kind,
    action: 'message.recalled',
    target: conversationId,
    detail: { seq, ...(by.kind === 'agent' && { body: known.body }) },
  })
  return [recalled, ...quoting]
}

/** What 小二 proposed in answer to it answers nothing any more. */
async function layAside(deps: Deps, conversationId: ConversationId, seq: number): Promise<void> {
  const offered = await deps.storage.suggestions.listOffered(conversationId)
  if (!offered.some(({ heardSeq }) => heardSeq === seq)) return

  for (const suggestion of await deps.storage.suggestions.expire(conversationId, undefined, deps.clock.now())) {
    deps.publisher.publish({ type: 'suggestion.changed', suggestion })
  }
}
