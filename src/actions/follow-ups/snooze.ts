import type { Agent } from '../../domain/agent.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { AppError } from '../../domain/errors.ts'
import { snoozeUntil, type When } from '../../domain/follow-up-times.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { scheduleGiveBack } from '../handoff/give-back-vanished.ts'

/** The kind of job that takes a conversation up again. */
export const WAKE = 'wake-conversation'

/** Lays a conversation aside until then, or until the customer writes. It stays the agent's. */
export async function snoozeConversation(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; when: When },
): Promise<{ until: number }> {
  const until = snoozeUntil(deps.live.current().knowledge.calendar, deps.clock.now(), input.when)
  if (until === undefined) throw new AppError('invalid_input', { message: 'when: this time is over' })
  const { conversationId } = input

  await deps.storage.transaction(async ({ snoozes, jobs }) => {
    if (!(await snoozes.set(conversationId, agent.id, until))) throw new AppError('conversation_not_yours')
    await jobs.schedule({ key: `${WAKE}:${conversationId}`, kind: WAKE, payload: { conversationId }, dueAt: until })
  })
  await publishConversation(deps, conversationId)
  return { until }
}

/** Takes it up again before the time. */
export async function unsnoozeConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  await deps.storage.transaction(async ({ snoozes, jobs }) => {
    if (!(await snoozes.set(conversationId, agent.id, undefined))) throw new AppError('conversation_not_yours')
    await jobs.cancel(`${WAKE}:${conversationId}`)
  })
  await publishConversation(deps, conversationId)
}

/** The time has come. Does nothing where the customer, or a change of hands, was faster. */
export async function wakeConversation(deps: Deps, conversationId: ConversationId): Promise<void> {
  if (!(await deps.storage.snoozes.wake(conversationId, deps.clock.now()))) return

  const { conversation } = await publishConversation(deps, conversationId)
  await callHolder(deps, conversation)
}

/** What has come back while its agent is away waits for them as long as anything would, and then goes to whoever is there. */
export async function callHolder(deps: Deps, conversation: Conversation): Promise<void> {
  if (conversation.status !== 'assigned' || conversation.wokenAt === undefined) return
  if (!deps.roster.isConnected(conversation.agentId)) await scheduleGiveBack(deps, conversation.agentId)
}
