import type { Suggestion } from '../../domain/suggestion.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'

/** The kind of job that sends a suggestion when its time has come. */
export const SEND_SUGGESTION = 'send-suggestion'

/** Puts the sending of a suggestion on the clock, if it has a time. */
export async function scheduleSending(deps: Deps, suggestion: Suggestion): Promise<void> {
  if (suggestion.sendsAt === undefined || suggestion.outcome.status !== 'offered') return

  await deps.storage.jobs.schedule({
    key: `send-${suggestion.id}`,
    kind: SEND_SUGGESTION,
    payload: { suggestionId: suggestion.id },
    dueAt: suggestion.sendsAt,
  })
}

/** Sends a suggestion that nobody has stopped, as the bot's own words. */
export async function sendSuggestion(deps: Deps, suggestionId: string): Promise<void> {
  const known = await deps.storage.suggestions.find(suggestionId)
  if (!known) return

  await deps.lanes.run(known.conversationId, async () => {
    // Read again in the lane: the agent may have typed, edited or decided meanwhile.
    const suggestion = await deps.storage.suggestions.find(suggestionId)
    if (suggestion?.outcome.status !== 'offered' || suggestion.sendsAt === undefined) return

    const { knowledge } = deps.live.current()
    const sent = await tryStoreMessage(deps, {
      conversationId: suggestion.conversationId,
      key: `suggestion:${suggestion.id}`,
      author: { kind: 'bot' },
      body: { kind: 'text', text: suggestion.text },
      at: deps.clock.now(),
      whileStatus: ['queued', 'assigned'],
      explanation: {
        heardSeq: suggestion.heardSeq,
        rule: 'suggestion:sent',
        candidates: [{ intent: suggestion.intent, confidence: suggestion.confidence, evidence: suggestion.evidence }],
        thresholds: { answer: knowledge.thresholds.answer, clarify: knowledge.thresholds.clarify },
        facts: {},
        knowledgeVersion: knowledge.version,
      },
    })
    const outcome = { status: 'refused' in sent ? 'expired' : 'sent', at: deps.clock.now() } as const
    if (await deps.storage.suggestions.decide(suggestion.id, outcome)) {
      deps.publisher.publish({ type: 'suggestion.changed', suggestion: { ...suggestion, outcome } })
    }
  })
}
