import type { Agent } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import { editBetween } from '../../domain/edit-distance.ts'
import { AppError } from '../../domain/errors.ts'
import type { SuggestionId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { Suggestion, SuggestionOutcome } from '../../domain/suggestion.ts'
import { getThread } from '../conversations/get-thread.ts'
import { guardWords, noteWarned } from '../conversations/guard-words.ts'
import { storeMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'

/** Sends a suggestion as the agent's own words; with `text`, as the agent has edited it. */
export async function sendAsAgent(
  deps: Deps,
  agent: Agent,
  input: { suggestionId: SuggestionId; text?: string },
): Promise<Message> {
  const known = await getSuggestion(deps, input.suggestionId)
  return deps.lanes.run(known.conversationId, async () => {
    const suggestion = await getOffered(deps, agent, input.suggestionId)
    const wanted = input.text ?? suggestion.text
    const speaker = { agent, conversationId: suggestion.conversationId }
    const { text, warned } = guardWords(deps, speaker, wanted)
    // One key per suggestion: however often this runs, it is said once.
    const { message, fresh } = await storeMessage(deps, {
      conversationId: suggestion.conversationId,
      key: `suggestion:${suggestion.id}`,
      author: { kind: 'agent', id: agent.id, name: agent.name },
      body: { kind: 'text', text },
      at: deps.clock.now(),
      whileStatus: ['assigned'],
    })
    if (fresh) await noteWarned(deps, speaker, { warned, seq: message.seq })
    const edit = editBetween(suggestion.text, wanted)
    const status = edit.distance === 0 ? 'adopted' : 'edited'
    await settle(deps, suggestion, { status, sentText: text, agentId: agent.id, at: deps.clock.now(), ...edit })
    return message
  })
}

/** The agent does not want it; why is kept. */
export async function ignoreSuggestion(
  deps: Deps,
  agent: Agent,
  input: { suggestionId: SuggestionId; reason: string },
): Promise<void> {
  const known = await getSuggestion(deps, input.suggestionId)
  await deps.lanes.run(known.conversationId, async () => {
    const suggestion = await getOffered(deps, agent, input.suggestionId)
    await settle(deps, suggestion, { status: 'ignored', reason: input.reason, agentId: agent.id, at: deps.clock.now() })
  })
}

async function getSuggestion(deps: Deps, id: SuggestionId): Promise<Suggestion> {
  const suggestion = await deps.storage.suggestions.find(id)
  if (!suggestion) throw new AppError('suggestion_not_found')
  return suggestion
}

async function getOffered(deps: Deps, agent: Agent, id: SuggestionId): Promise<Suggestion> {
  const suggestion = await getSuggestion(deps, id)
  const { conversation } = await getThread(deps, suggestion.conversationId)
  heldBy(conversation, agent.id)
  if (suggestion.outcome.status !== 'offered') throw new AppError('suggestion_decided')
  return suggestion
}

async function settle(deps: Deps, suggestion: Suggestion, outcome: SuggestionOutcome): Promise<void> {
  const settled = await deps.storage.suggestions.decide(suggestion.id, outcome)
  if (!settled) throw new AppError('suggestion_decided')

  await deps.storage.jobs.cancel(`send-${suggestion.id}`)
  deps.publisher.publish({ type: 'suggestion.changed', suggestion: { ...suggestion, outcome } })
}
