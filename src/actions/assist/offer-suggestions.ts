import type { Conversation } from '../../domain/conversation.ts'
import { HUMAN_AGENT } from '../../domain/decide-reply.ts'
import type { Candidate } from '../../domain/explanation.ts'
import { flowStartedBy } from '../../domain/flow/flow.ts'
import { findForbidden, maskForbidden } from '../../domain/forbidden.ts'
import type { Autonomy } from '../../domain/knowledge.ts'
import { textIn } from '../../domain/localized-text.ts'
import { saidIn } from '../../domain/message.ts'
import type { SuggestionDraft } from '../../domain/suggestion.ts'
import { type Suggestion, surenessOf } from '../../domain/suggestion.ts'
import { currentFloor } from '../conversations/current-floor.ts'
import type { Stored } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { inSpokenLanguage } from '../dialogue/spoken-language.ts'
import { openTurn } from '../dialogue/turn.ts'
import { findWords } from './find-words.ts'
import { scheduleSending } from './send-suggestion.ts'

const AT_MOST = 3
/** Below this share of the clarify threshold a proposal is noise. */
const WORTH_SHOWING = 0.5

/** Proposes up to three replies to the agent, best first, and lays aside those of earlier messages. */
export async function offerSuggestions(deps: Deps, heardMessage: Stored): Promise<readonly Suggestion[]> {
  const heard = inSpokenLanguage(heardMessage)
  const { message, conversation } = heard
  const now = deps.clock.now()
  const expired = await deps.storage.suggestions.expire(conversation.id, message.seq, now)
  for (const suggestion of expired) deps.publisher.publish({ type: 'suggestion.changed', suggestion })

  await noteTurn(deps, conversation, message.seq)
  const suggestions = await deps.storage.suggestions.offer(await draft(deps, heard), now)
  if (suggestions.length > 0) {
    deps.publisher.publish({ type: 'suggestions.offered', conversationId: conversation.id, suggestions })
    for (const suggestion of suggestions) await scheduleSending(deps, suggestion)
  }
  await deps.storage.conversations.raise(conversation.id, 'handledSeq', message.seq)
  return suggestions
}

/** Counted whether or not there is anything to propose: how much 小二 helps is a share of these. */
export function noteTurn(deps: Deps, conversation: Conversation, heardSeq: number): Promise<void> {
  return deps.storage.assist.noteTurn({
    conversationId: conversation.id,
    heardSeq,
    ...(conversation.status === 'assigned' && { agentId: conversation.agentId }),
    at: deps.clock.now(),
  })
}

async function draft(deps: Deps, heard: Stored): Promise<readonly SuggestionDraft[]> {
  const { message, conversation } = heard
  if (!saidIn(message.body)) return []

  const turn = await openTurn(deps, heard)
  const { knowledge } = turn.brain
  const least = knowledge.thresholds.clarify * WORTH_SHOWING
  const drafts: SuggestionDraft[] = []

  for (const candidate of turn.heard.understood.candidates) {
    const intent = knowledge.intents.get(candidate.intent)
    if (!intent || candidate.confidence < least || drafts.length === AT_MOST) continue
    // Whoever asked for a person has one now.
    if (intent.id === HUMAN_AGENT) continue

    const found = await findWords(deps, turn, intent)
    // What 小二 may not say itself it does not put into a person's mouth either.
    const hits = found ? findForbidden(found.text, knowledge.forbidden) : []
    if (!found || hits.some(({ action }) => action === 'block')) continue
    const sendsAt = drafts.length === 0 ? sendingTime(deps, intent.autonomy, candidate) : undefined
    drafts.push({
      conversationId: conversation.id,
      heardSeq: message.seq,
      rank: drafts.length + 1,
      intent: intent.id,
      title: textIn(intent.title, conversation.locale, knowledge.shop.language),
      text: maskForbidden(found.text, hits),
      confidence: candidate.confidence,
      evidence: candidate.evidence,
      source: flowStartedBy(knowledge.flows, intent.id) ? 'flow' : found.ofProduct ? 'product' : 'intent',
      sureness: surenessOf(candidate.confidence, knowledge.thresholds),
      ...(sendsAt !== undefined && { sendsAt }),
    })
  }
  return drafts
}

/** When the best proposal goes out by itself: only in assist mode, and only where the owner allows it. */
function sendingTime(deps: Deps, autonomy: Autonomy, candidate: Candidate): number | undefined {
  const { reception, thresholds } = deps.live.current().knowledge
  if (currentFloor(deps).mode !== 'assist') return undefined

  const now = deps.clock.now()
  if (autonomy === 'veto' && candidate.confidence >= thresholds.answer) return now + reception.vetoSeconds * 1000
  if (autonomy === 'auto' && candidate.confidence >= reception.autoAbove) return now
  return undefined
}
