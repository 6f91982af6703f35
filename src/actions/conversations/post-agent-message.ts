import type { Agent } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Message, MessageBody } from '../../domain/message.ts'
import { endDraft } from '../composing/drafts.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'
import { guardWords, noteWarned } from './guard-words.ts'
import { storeMessage } from './store-message.ts'

export interface AgentMessage {
  readonly conversationId: ConversationId
  readonly clientId: string
  readonly body: MessageBody
}

/**
 * Sends what an agent wrote in a conversation that this agent holds, if the owner's lexicon allows it. What 小二 had proposed is
 * laid aside.
 */
export async function postAgentMessage(deps: Deps, agent: Agent, draft: AgentMessage): Promise<Message> {
  return deps.lanes.run(draft.conversationId, async () => {
    const { conversation } = await getThread(deps, draft.conversationId)
    heldBy(conversation, agent.id)
    const speaker = { agent, conversationId: draft.conversationId }
    const { body, warned } = guardBody(deps, speaker, draft.body)
    const { message, fresh } = await storeMessage(deps, {
      ...signed(agent, { ...draft, body }, deps.clock.now()),
      whileStatus: ['assigned'],
    })
    if (fresh) await noteWarned(deps, speaker, { warned, seq: message.seq })
    if ('text' in draft.body)
      await endDraft(deps, agent, { conversationId: draft.conversationId, text: draft.body.text })
    await layAside(deps, draft.conversationId)
    return message
  })
}

function guardBody(deps: Deps, speaker: { agent: Agent; conversationId: ConversationId }, body: MessageBody) {
  if (!('text' in body)) return { body, warned: [] }
  const { text, warned } = guardWords(deps, speaker, body.text)
  return { body: { ...body, text }, warned }
}

/** Writes a note that only the people of the shop see; anyone of them may, whoever holds the conversation. */
export async function addNote(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; clientId: string; text: string },
): Promise<Message> {
  const draft = { ...input, body: { kind: 'note', text: input.text } as const }
  const { message } = await storeMessage(deps, signed(agent, draft, deps.clock.now()))
  await endDraft(deps, agent, input)
  return message
}

function signed(agent: Agent, draft: AgentMessage, at: number) {
  return {
    conversationId: draft.conversationId,
    key: `agent:${agent.id}:${draft.clientId}`,
    author: { kind: 'agent', id: agent.id, name: agent.name },
    body: draft.body,
    at,
  } as const
}

async function layAside(deps: Deps, conversationId: ConversationId): Promise<void> {
  for (const suggestion of await deps.storage.suggestions.expire(conversationId, undefined, deps.clock.now())) {
    deps.publisher.publish({ type: 'suggestion.changed', suggestion })
  }
}
