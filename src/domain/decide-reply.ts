import type { Tier } from './customer.ts'
import { type DialogueContext, rememberIntent } from './dialogue/context.ts'
import type { Candidate } from './explanation.ts'
import type { HandoffReason } from './handoff.ts'
import type { IntentId } from './ids.ts'
import type { Autonomy, HandoffPolicy, Thresholds } from './knowledge.ts'
import type { Understood } from './understanding.ts'

/** What the decision rests on besides the words. */
export interface BotPolicy {
  readonly thresholds: Thresholds
  readonly handoff: HandoffPolicy
  readonly autonomyOf: (intent: IntentId) => Autonomy
}

/** What was said, and what is known of the one who said it. */
export interface Asked {
  readonly text: string
  /** The intent that the shopper pressed, if the message is a pressed choice. */
  readonly pressed?: IntentId
  readonly understood: Understood
  readonly tier: Tier
  readonly context: DialogueContext
}

/** The bot's next step. A handoff may name the intent whose answer is said meanwhile. */
export type BotDecision =
  | { readonly kind: 'answer'; readonly intent: IntentId; readonly notify: boolean }
  | { readonly kind: 'clarify'; readonly intents: readonly IntentId[] }
  | { readonly kind: 'not_understood' }
  | { readonly kind: 'handoff'; readonly reason: HandoffReason; readonly intent?: IntentId }

/** The intents by which a shopper asks for a person or complains; the design's handoff reasons name them. */
export const HUMAN_AGENT = 'human_agent'
const COMPLAINTS: readonly IntentId[] = ['complaint_service', 'complaint_legal']

/** A candidate is offered as a choice only if it is at least this share of the best one. */
const WORTH_OFFERING = 0.1

/** Decides the bot's next step. Pure: the same words and policy always decide the same. */
export function decideReply(heard: Asked, policy: BotPolicy): BotDecision {
  const { understood, context } = heard
  if (heard.pressed) return byAutonomy(heard.pressed, policy)

  const lower = heard.text.toLowerCase()
  if (policy.handoff.sensitive.some((word) => lower.includes(word.toLowerCase()))) {
    return { kind: 'handoff', reason: 'sensitive' }
  }

  const [best, ...others] = understood.candidates
  const verdict = verdictOf(understood.candidates, policy.thresholds)
  // A complaint keeps its own name, however it is said.
  const complains = best !== undefined && verdict === 'answer' && COMPLAINTS.includes(best.intent)
  const called = complains ? undefined : callForPerson(understood)
  if (called) return called
  if (best && verdict === 'answer') return byAutonomy(best.intent, policy)

  if (best && verdict === 'clarify' && !context.clarified) {
    const offered = others.filter((c) => c.confidence >= best.confidence * WORTH_OFFERING).slice(0, 2)
    return { kind: 'clarify', intents: [best, ...offered].map((c) => c.intent) }
  }
  return missed(heard, policy.handoff)
}

/** What calls a person whichever intent was found: a right answer does not calm whoever is angry; a person may. */
function callForPerson({ wantsPerson, threatensLaw, mood }: Understood): BotDecision | undefined {
  if (threatensLaw) return { kind: 'handoff', reason: 'sensitive' }
  if (wantsPerson) return { kind: 'handoff', reason: 'asked', intent: HUMAN_AGENT }
  return mood === 'angry' || mood === 'abusive' ? { kind: 'handoff', reason: 'anger' } : undefined
}

/** How sure it is: enough to answer, enough to ask which is meant, or not at all. */
export function verdictOf(candidates: readonly Candidate[], thresholds: Thresholds): 'answer' | 'clarify' | 'none' {
  const [best] = candidates
  if (!best || best.confidence < thresholds.clarify) return 'none'
  return best.confidence >= answerThreshold(best, thresholds) ? 'answer' : 'clarify'
}

function answerThreshold(candidate: Candidate, thresholds: Thresholds): number {
  return thresholds.riskyIntents.includes(candidate.intent)
    ? Math.max(thresholds.answer, thresholds.risky)
    : thresholds.answer
}

function byAutonomy(intent: IntentId, policy: BotPolicy): BotDecision {
  if (intent === HUMAN_AGENT) return { kind: 'handoff', reason: 'asked', intent }
  if (COMPLAINTS.includes(intent)) return { kind: 'handoff', reason: 'complaint', intent }

  const autonomy = policy.autonomyOf(intent)
  if (autonomy === 'human' || autonomy === 'suggest') return { kind: 'handoff', reason: 'autonomy', intent }
  return { kind: 'answer', intent, notify: autonomy === 'notify' }
}

function missed({ context, tier }: Asked, policy: HandoffPolicy): BotDecision {
  if (policy.tiersFirst.includes(tier)) return { kind: 'handoff', reason: 'tier' }
  if (context.misses + 1 >= policy.afterMisses) return { kind: 'handoff', reason: 'not_understood' }
  return { kind: 'not_understood' }
}

/** The context after the decision: what counts as a miss, what was offered, what was talked about. */
export function contextAfter(context: DialogueContext, decision: BotDecision): DialogueContext {
  switch (decision.kind) {
    case 'answer':
      return {
        ...context,
        misses: 0,
        clarified: false,
        offered: [],
        lastIntents: rememberIntent(context, decision.intent),
      }
    case 'clarify':
      return { ...context, clarified: true, offered: [] }
    case 'not_understood':
      return { ...context, misses: context.misses + 1, clarified: false, offered: [] }
    case 'handoff':
      return {
        ...context,
        misses: 0,
        clarified: false,
        offered: [],
        lastIntents: decision.intent ? rememberIntent(context, decision.intent) : context.lastIntents,
      }
  }
}
