import { type BotDecision, contextAfter, decideReply } from '../../domain/decide-reply.ts'
import { NONE_OF_THESE } from '../../domain/dialogue/choice.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { answerIntent } from './answer-intent.ts'
import { botTexts } from './bot-texts.ts'
import { handOver } from './hand-over.ts'
import { plainlyMeant } from './plainly-meant.ts'
import { policyOf } from './policy.ts'
import { optionOf, type Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** About 小二 itself: where something of the shop is named, they are not what is asked. */
const ABOUT_THE_BOT: readonly IntentId[] = ['bot_identity', 'bot_capability']

const COURTESIES: readonly IntentId[] = ['thanks', 'acknowledge', 'greet', 'goodbye', 'praise']
const COURTEOUS = 0.3

/** From this share of the best candidate on, another one comes into question as well. */
const RIVAL = 0.25

/** Nobody is asked whether they mean "OK" or "hello". */
function withoutSmallTalk({ focus }: Turn, intents: readonly IntentId[]): readonly IntentId[] {
  const isNamed = focus.named.length > 0 || focus.among.length > 0
  return intents.filter((id) => !COURTESIES.includes(id) && !(isNamed && ABOUT_THE_BOT.includes(id)))
}

/** What may be asked back is decided once more without what nobody is asked for. */
function decideWhole(turn: Turn): BotDecision {
  const { heard, brain } = turn
  const pressed = heard.choice?.kind === 'intent' ? heard.choice.intent : undefined
  const decision = decideReply({ ...heard, ...(pressed !== undefined && { pressed }) }, policyOf(brain))
  if (decision.kind !== 'clarify' || withoutSmallTalk(turn, decision.intents).length > 0) return decision
  return decideReply({ ...heard, understood: { ...heard.understood, candidates: [] } }, policyOf(brain))
}

/** Answers a message as one question: or asks which was meant, or says that it was not understood, or calls a person. */
export async function answerWhole(deps: Deps, turn: Turn): Promise<Reply> {
  const { heard, speech } = turn
  const texts = botTexts(speech.locale)
  const decision = decideWhole(turn)
  switch (decision.kind) {
    case 'answer':
      return answerIntent(deps, turn, decision.intent)
    case 'clarify': {
      const intents = withoutSmallTalk(turn, decision.intents)
      const plain = await plainlyMeant(turn, withoutOutsiders(turn, intents))
      if (plain !== undefined) return answerIntent(deps, turn, plain)
      const choices = [...intents.map((id) => optionOf(turn, id)), { value: NONE_OF_THESE, label: texts.noneOfThese }]
      const context = { ...contextAfter(heard.context, decision), offered: choices }
      return { text: texts.clarify, rule: 'clarify', choices, context }
    }
    case 'not_understood': {
      const courtesy = courtesyIn(turn)
      if (courtesy !== undefined) return answerIntent(deps, turn, courtesy)
      if (!/[\p{L}\p{N}]/u.test(heard.text) && heard.pictures.length === 0 && !heard.choice && heard.text !== '') {
        return { text: texts.here, rule: 'no_words', context: { ...heard.context, offered: [] } }
      }
      // A picture by itself is no question: shoppers send it first and tell after.
      if (heard.pictures.length > 0)
        return { text: texts.image, rule: 'picture', context: { ...heard.context, offered: [] } }
      if (turn.stored.message.body.kind === 'file')
        return { text: texts.file, rule: 'file', context: { ...heard.context, offered: [] } }
      const quickReplies = [{ value: 'human_agent', label: texts.person }]
      const context = { ...contextAfter(heard.context, decision), offered: quickReplies }
      return { text: blankText(turn), rule: 'not_understood', quickReplies, context }
    }
    case 'handoff':
      return handOver(deps, turn, decision)
  }
}

/** What is far behind the best is worth offering, but it does not make the best unclear. */
function withoutOutsiders({ heard }: Turn, intents: readonly IntentId[]): readonly IntentId[] {
  const candidates = heard.understood.candidates.filter(({ intent }) => intents.includes(intent))
  const leading = (candidates[0]?.confidence ?? 0) * RIVAL
  const rivals = candidates.filter(({ confidence }) => confidence >= leading).map(({ intent }) => intent)
  return intents.filter((id) => rivals.includes(id))
}

/** "ok thx" is no question that was missed. */
function courtesyIn({ heard }: Turn): IntentId | undefined {
  const [best] = heard.understood.candidates
  return best && best.confidence >= COURTEOUS && COURTESIES.includes(best.intent) ? best.intent : undefined
}

/** A product card is an opening; anything else was not understood. */
function blankText({ stored, speech, focus }: Turn): string {
  const texts = botTexts(speech.locale)
  const { body } = stored.message
  if (body.kind === 'product' && focus.product) return texts.product(textOf(focus.product.name, speech))
  return texts.notUnderstood
}
