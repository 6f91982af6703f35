import type { Agent } from '../../domain/agent.ts'
import { editBetween } from '../../domain/edit-distance.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Suggestion, SuggestionOutcome } from '../../domain/suggestion.ts'
import type { Deps } from '../deps.ts'

/**
 * The agent has answered with words of their own, or with a card: what 小二 had proposed was passed over. It stays so when the
 * words are those of a suggestion, for nobody pressed it; the edit that is kept tells how near they came.
 */
export async function passOver(
  deps: Deps,
  agent: Agent,
  answered: { conversationId: ConversationId; seq: number; text: string },
): Promise<void> {
  for (const suggestion of await deps.storage.suggestions.listOffered(answered.conversationId)) {
    // A resend must not touch what was proposed after it.
    if (suggestion.heardSeq > answered.seq) continue

    const edit = editBetween(suggestion.text, answered.text)
    const at = deps.clock.now()
    await settleQuietly(deps, suggestion, {
      status: 'passed',
      sentText: answered.text,
      agentId: agent.id,
      at,
      ...edit,
    })
  }
}

/** Somebody may have decided in this very moment: then theirs stands. */
async function settleQuietly(deps: Deps, suggestion: Suggestion, outcome: SuggestionOutcome): Promise<void> {
  if (!(await deps.storage.suggestions.decide(suggestion.id, outcome))) return
  await deps.storage.jobs.cancel(`send-${suggestion.id}`)
  deps.publisher.publish({ type: 'suggestion.changed', suggestion: { ...suggestion, outcome } })
}
