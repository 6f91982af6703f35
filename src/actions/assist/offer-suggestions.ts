import type { Candidate } from '../../domain/explanation.ts'
import { findForbidden, maskForbidden } from '../../domain/forbidden.ts'
import type { Autonomy } from '../../domain/knowledge.ts'
import { textIn } from '../../domain/localized-text.ts'
import { saidIn } from '../../domain/message.ts'
import type { SuggestionDraft } from '../../domain/suggestion.ts'
import { currentFloor } from '../conversations/current-floor.ts'
import type { Stored } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { findReply } from '../dialogue/find-reply.ts'
import { inSpokenLanguage } from '../dialogue/spoken-language.ts'
import { topicOf } from '../dialogue/topic.ts'
import { openTurn } from '../dialogue/turn.ts'
import { scheduleSending } from './send-suggestion.ts'

const AT_MOST = 3
/** Below this share of the clarify threshold a proposal is noise. */
const WORTH_SHOWING = 0.5

/** Proposes up to three replies to the agent, best first, and lays aside those of earlier messages. */
export async function offerSuggestions(deps: Deps, heardMessage: Stored): Promise<void> {
  const heard = inSpokenLanguage(heardMessage)
  const { message, conversation } = heard
  const now = deps.clock.now()
  const expired = await deps.storage.suggestions.expire(conversation.id, message.seq, now)
  for (const suggestion of expired) deps.publisher.publish({ type: 'suggestion.changed', suggestion })

  const suggestions = await deps.storage.suggestions.offer(await draft(deps, heard), now)
  if (suggestions.length > 0) {
    deps.publisher.publish({ type: 'suggestions.offered', conversationId: conversation.id, suggestions })
    for (const suggestion of suggestions) await scheduleSending(deps, suggestion)
  }
  await deps.storage.conversations.raise(conversation.id, 'handledSeq', message.seq)
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

    const topic = await topicOf(turn, intent.id)
    const own = topic.product?.answers[intent.id] ?? []
    const { reply } = await findReply(deps, turn, topic, [own, intent.answers])
    // What 小二 may not say itself it does not put into a person's mouth either.
    const hits = reply ? findForbidden(reply.text, knowledge.forbidden) : []
    if (!reply || hits.some(({ action }) => action === 'block')) continue
    const sendsAt = drafts.length === 0 ? sendingTime(deps, intent.autonomy, candidate) : undefined
    drafts.push({
      conversationId: conversation.id,
      heardSeq: message.seq,
      rank: drafts.length + 1,
      intent: intent.id,
      title: textIn(intent.title, conversation.locale, knowledge.shop.language),
      text: maskForbidden(reply.text, hits),
      confidence: candidate.confidence,
      evidence: candidate.evidence,
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
