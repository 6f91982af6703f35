import type { Explanation } from '../explanation.ts'
import type { Message } from '../message.ts'
import { outcomeKindOf } from '../replay.ts'
import { type Fact, truth } from './fact.ts'
import type { CountingRules, Material } from './material.ts'
import { placeIn } from './place.ts'

/** What the bot says unasked, or for people, is no turn of its own. */
const NO_TURN = ['case:changed', 'suggestion:sent']
/** There were no words to understand. */
const WORDLESS = ['no_words', 'picture', 'file', 'opening:product', 'opening:order']

/** One fact for each message of the shopper that the bot has dealt with. */
export function turnFacts(material: Material, rules: CountingRules): readonly Fact<'turns'>[] {
  const facts = new Map<number, Fact<'turns'>>()
  const byAt = new Map(material.messages.map((message) => [message.seq, message]))
  for (const reply of material.messages) {
    const { explanation } = reply
    if (reply.author.kind !== 'bot' || !explanation || NO_TURN.includes(explanation.rule)) continue

    const heard = byAt.get(explanation.heardSeq)
    // A press for a person has no words of its own and falls upon the message before it.
    const seq = explanation.rule === 'handoff:disliked' || !heard || facts.has(heard.seq) ? undefined : heard.seq
    if (seq === undefined || !heard) continue
    facts.set(seq, toFact(material, rules, { heard, reply, explanation }))
  }
  return [...facts.values()]
}

function toFact(
  material: Material,
  rules: CountingRules,
  { heard, reply, explanation }: { heard: Message; reply: Message; explanation: Explanation },
): Fact<'turns'> {
  const { rule, said, candidates } = explanation
  const kind = WORDLESS.includes(rule) ? 'wordless' : outcomeKindOf(rule)
  const last = rule.split('+').at(-1) ?? rule
  const isLost = last === 'not_understood' || last === 'handoff:not_understood' || kind === 'asked_back'
  const isWorded = kind !== 'wordless'
  const intent = isLost || !isWorded ? '' : (said?.intent ?? candidates[0]?.intent ?? '')
  return {
    ...placeIn(material, rules, { at: heard.at, seq: heard.seq, intent }),
    worded: truth(isWorded),
    understood: truth(isWorded && !isLost),
    answered: truth(kind === 'answered'),
    unanswered: truth(kind === 'unanswered'),
    clarified: truth(kind === 'asked_back'),
    liked: truth(reply.helpful === true),
    disliked: truth(reply.helpful === false),
    kind,
  }
}
