import { type Agent, requireRole } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Message, MessageBody } from '../../domain/message.ts'
import { passOver } from '../assist/lay-aside.ts'
import { endDraft } from '../composing/drafts.ts'
import type { Deps } from '../deps.ts'
import { findQuote } from './find-quote.ts'
import { getThread } from './get-thread.ts'
import { guardWords, noteWarned } from './guard-words.ts'
import { storeMessage } from './store-message.ts'

export interface AgentMessage {
  readonly conversationId: ConversationId
  readonly clientId: string
  readonly body: MessageBody
  /** The message that it answers. */
  readonly quote?: number | undefined
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
      ...(await findQuote(deps, draft)),
      whileStatus: ['assigned'],
    })
    if (fresh) await noteWarned(deps, speaker, { warned, seq: message.seq })
    await passOver(deps, agent, { conversationId: draft.conversationId, seq: message.seq, text: wordsSent(body) })
    if ('text' in draft.body)
      await endDraft(deps, agent, { conversationId: draft.conversationId, text: draft.body.text })
    return message
  })
}

function guardBody(deps: Deps, speaker: { agent: Agent; conversationId: ConversationId }, body: MessageBody) {
  if (!('text' in body)) return { body, warned: [] }
  const { text, warned } = guardWords(deps, speaker, body.text)
  return { body: { ...body, text }, warned }
}

/**
 * Writes a note that only the people of the shop see; anyone of them may, whoever holds the conversation. A supervisor may
 * whisper: a note that whoever holds it is shown at once.
 */
export async function addNote(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; clientId: string; text: string; whisper?: boolean },
): Promise<Message> {
  if (input.whisper) requireRole(agent, 'supervisor')
  const body = { kind: 'note', text: input.text, ...(input.whisper && { whisper: true as const }) } as const
  const draft = { conversationId: input.conversationId, clientId: input.clientId, body }
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

/** What the agent wrote; a card or a picture is no wording of a suggestion. */
function wordsSent(body: MessageBody): string {
  return body.kind === 'text' ? body.text : ''
}
