import { z } from 'zod'
import { WEEKDAYS } from '../../domain/calendar.ts'
import { FIRSTS, MODES } from '../../domain/reception.ts'
import { DEMANDED_OF } from '../../domain/second-step.ts'
import { DeskSection } from './desk.ts'
import { HoursSection } from './hours.ts'
import { Day, Hours, IntentName, Key, Localized, Price, Share, say, Words } from './words.ts'

const Promotion = z.strictObject({
  id: Key,
  name: Localized,
  spend: Price,
  off: Price,
  repeat: z.boolean().default(false),
  valid: z.strictObject({ from: Day.exactOptional(), until: Day.exactOptional() }).exactOptional(),
})

export const ShopFile = z.strictObject({
  shop: z.strictObject({
    name: Localized,
    language: z.enum(['zh', 'en']),
    time_zone: Words,
    currency: z.string().regex(/^[A-Z]{3}$/),
    greeting: Localized,
    quick_replies: z.array(IntentName).default([]),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default('#C8400A'),
    /** `null`: it is not known yet, and what needs it is not said. */
    facts: z.record(Key, Localized.nullable()).default({}),
  }),
  hours: HoursSection,
  reception: z.strictObject({
    mode: z.enum(MODES).default('auto'),
    first: z.enum(FIRSTS).default('bot'),
    split: Share.default(0.5),
    schedule: z
      .array(z.strictObject({ days: z.array(z.enum(WEEKDAYS)), hours: Hours, mode: z.enum(MODES) }))
      .default([]),
    bot_after_person: z.boolean().default(false),
    auto_above: z.number().positive().default(1.01),
    veto_seconds: z.number().int().positive().default(15),
  }),
  handoff: z.strictObject({
    after_misses: z.number().int().min(1).default(2),
    sensitive: z.array(Words).default([]),
    tiers_first: z.array(z.enum(['vip', 'key', 'regular', 'small'])).default([]),
    vanish_seconds: z.number().int().min(1).default(30),
  }),
  desk: DeskSection.prefault({}),
  selling: z
    .strictObject({
      promotions: z.array(Promotion).default([]),
      bargain_coupon: z.string().exactOptional(),
    })
    .default({ promotions: [] }),
  dialogue: z
    .strictObject({
      forget_minutes: z.number().int().min(1).default(120),
      stuck_hours: z.number().int().min(1).default(48),
      proof_tries: z.number().int().min(1).default(5),
    })
    .default({ forget_minutes: 120, stuck_hours: 48, proof_tries: 5 }),
  ratings: z
    .strictObject({
      quiet_minutes: z.number().int().min(1).default(10),
      correct_minutes: z.number().int().min(1).default(5),
      bad_up_to: z.number().int().min(1).max(4).default(2),
    })
    .default({ quiet_minutes: 10, correct_minutes: 5, bad_up_to: 2 }),
  security: z.strictObject({ second_step: z.enum(DEMANDED_OF).default('nobody') }).default({ second_step: 'nobody' }),
  thresholds: z
    .strictObject({
      risk: Share.optional(),
      answer: Share.default(0.55),
      clarify: Share.default(0.18),
      risky: Share.default(0.7),
      risky_intents: z.array(IntentName).default([]),
    })
    .refine(
      (one) => one.clarify <= one.answer,
      say(
        'clarify 比 answer 还高',
        'clarify is above answer',
        '把 clarify 调到 answer 以下',
        'put clarify below answer',
      ),
    ),
})
export type ShopFile = z.output<typeof ShopFile>
