import { z } from 'zod'
import { TIERS } from '../../domain/customer.ts'
import { STRATEGIES } from '../../domain/desk-policy.ts'
import { HANDOFF_REASONS } from '../../domain/handoff.ts'
import { HoursSection } from './hours.ts'
import { IntentName, Key, Localized, say } from './words.ts'

const Tiers = z.array(z.enum(TIERS))
const Reasons = z.array(z.enum(HANDOFF_REASONS))
const Seconds = z.number().int().min(0)

const Group = z.strictObject({
  id: Key,
  name: Localized,
  intents: z.array(IntentName).default([]),
  reasons: Reasons.default([]),
  hours: HoursSection.exactOptional(),
})

const Priority = z
  .strictObject({
    rank: z.number().int().min(1).max(9),
    tiers: Tiers.exactOptional(),
    reasons: Reasons.exactOptional(),
  })
  .refine(
    (one) => one.tiers !== undefined || one.reasons !== undefined,
    say('没有写给谁', 'it says for whom nowhere', '写上 tiers 或 reasons', 'write tiers or reasons'),
  )

const Promised = z.strictObject({
  tiers: Tiers.default([...TIERS]),
  first_response: Seconds.exactOptional(),
  next_response: Seconds.exactOptional(),
  resolution: Seconds.exactOptional(),
  business_hours: z.boolean().default(true),
})

/** How people receive shoppers: groups, order, limits, clocks. */
export const DeskSection = z
  .strictObject({
    typing_preview: z.boolean().default(true),
    strategy: z.enum(STRATEGIES).default('least_busy'),
    last_agent_first: z.boolean().default(true),
    limit: z.number().int().min(1).max(200).default(8),
    offer_seconds: Seconds.default(30),
    idle_minutes: z.number().int().min(0).default(10),
    widen_seconds: Seconds.default(60),
    away_after_missed: z.number().int().min(0).default(2),
    bot_above: z.number().int().min(0).default(0),
    groups: z.array(Group).default([]),
    priorities: z.array(Priority).exactOptional(),
    warn_seconds: Seconds.default(60),
    red_seconds: Seconds.default(100),
    promises: z.array(Promised).default([]),
  })
  .refine(
    ({ groups }) => new Set(groups.map(({ id }) => id)).size === groups.length,
    say('两个组的 id 一样', 'two groups have the same id', '改其中一个的 id', 'give one of them another id'),
  )
