import type { Calendar } from './calendar.ts'
import type { Tier } from './customer.ts'
import type { HandoffReason } from './handoff.ts'
import type { IntentId } from './ids.ts'
import type { LocalizedText } from './localized-text.ts'

/** How a waiting conversation finds its agent; with `manual` agents take by themselves. */
export const STRATEGIES = ['least_busy', 'round_robin', 'manual'] as const
export type Strategy = (typeof STRATEGIES)[number]

export type GroupId = string

/** People who know the same things. What belongs to a group goes to its agents first. */
export interface SkillGroup {
  readonly id: GroupId
  readonly name: LocalizedText
  readonly intents: readonly IntentId[]
  readonly reasons: readonly HandoffReason[]
  /** The group's own hours; without them the shop's. */
  readonly calendar?: Calendar
}

/** Whoever fits every list that is written has this rank in the queue; lower goes first. */
export interface PriorityRule {
  readonly rank: number
  readonly tiers?: readonly Tier[]
  readonly reasons?: readonly HandoffReason[]
}

/** What the owner has promised to customers of these tiers, in seconds; what is left out is not promised. */
export interface ServicePromise {
  readonly tiers: readonly Tier[]
  readonly firstResponse?: number
  readonly nextResponse?: number
  readonly resolution?: number
  /** Whether only the time in which people are there counts. */
  readonly businessHours: boolean
}

/** How people receive shoppers. */
export interface DeskPolicy {
  /** Whether people see what the shopper is typing before it is sent. */
  readonly typingPreview: boolean
  readonly strategy: Strategy
  /** Whoever served a customer last comes first, where they are there and not full. */
  readonly lastAgentFirst: boolean
  /** Conversations that an agent holds at once, unless they have a limit of their own (接待上限). */
  readonly limit: number
  /** How long an offer stands; 0 assigns without asking. */
  readonly offerSeconds: number
  /** A shopper who has waited so long for a reply goes back to the queue; 0 is never. */
  readonly idleMinutes: number
  /** After so long in the queue, agents outside of the group are offered it too. */
  readonly widenSeconds: number
  /** So many offers in a row that were let pass make an agent `away`; 0 is never. */
  readonly awayAfterMissed: number
  /** With so many waiting, the bot receives whom people would have received; 0 is never. */
  readonly botAbove: number
  readonly groups: readonly SkillGroup[]
  readonly priorities: readonly PriorityRule[]
  /** Waiting seconds at which the clock of a conversation warns, and turns red. */
  readonly warnSeconds: number
  readonly redSeconds: number
  readonly promises: readonly ServicePromise[]
}

/** The rank in the queue: the first rule that fits, else one below the lowest of them. */
export function rankOf(policy: DeskPolicy, who: { readonly tier: Tier; readonly reason: HandoffReason }): number {
  const fits = ({ tiers, reasons }: PriorityRule) =>
    (tiers?.includes(who.tier) ?? true) && (reasons?.includes(who.reason) ?? true)
  const lowest = Math.max(0, ...policy.priorities.map(({ rank }) => rank))
  return policy.priorities.find(fits)?.rank ?? lowest + 1
}

/** The group that knows about these intents (likeliest first) or this reason; undefined where anybody does. */
export function groupFor(
  policy: DeskPolicy,
  about: { readonly intents: readonly IntentId[]; readonly reason: HandoffReason },
): SkillGroup | undefined {
  const [likeliest] = about.intents
  return (
    policy.groups.find(({ intents }) => likeliest !== undefined && intents.includes(likeliest)) ??
    policy.groups.find(({ reasons }) => reasons.includes(about.reason))
  )
}
