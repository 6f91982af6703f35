import { complaintFacts, holdFacts, proposalFacts, responseFacts } from './desk-facts.ts'
import type { ConversationFacts } from './fact.ts'
import type { CountingRules, Material } from './material.ts'
import { sessionFact } from './session-facts.ts'
import { turnFacts } from './turn-facts.ts'

/** All that is counted of one conversation. Pure: the same material always gives the same facts. */
export function conversationFacts(material: Material, rules: CountingRules): ConversationFacts {
  const turns = turnFacts(material, rules)
  const session = sessionFact(material, rules, turns)
  return {
    sessions: session ? [session] : [],
    turns,
    responses: responseFacts(material, rules),
    holds: holdFacts(material, rules),
    proposals: proposalFacts(material, rules),
    complaints: complaintFacts(material, rules),
  }
}
