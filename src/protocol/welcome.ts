import { z } from 'zod'
import { WELCOME_STEPS } from '../domain/welcome.ts'

export const WelcomeStepName = z.enum(WELCOME_STEPS)
export type WelcomeStepName = z.infer<typeof WelcomeStepName>
const Outcome = z.enum(['done', 'skipped'])

export const WelcomeView = z.object({
  /** The steps that are behind, and what became of them. */
  steps: z.array(z.object({ step: WelcomeStepName, outcome: Outcome })),
  finishedAt: z.number().optional(),
  shopName: z.string(),
  /** Whether the demo shop's pages are served here. */
  demo: z.boolean(),
  /** Whether the demo shop's knowledge is what serves. */
  demoKnowledge: z.boolean(),
  /** Where the widget was seen, the last first; `own`: on the demo shop's pages. */
  sightings: z.array(z.object({ origin: z.string(), url: z.string(), at: z.number(), own: z.boolean() })),
})
export type WelcomeView = z.infer<typeof WelcomeView>

export const WelcomePatch = z.object({
  step: WelcomeStepName.optional(),
  outcome: Outcome.optional(),
  finished: z.boolean().optional(),
})

export const WELCOME_ROUTES = {
  'GET /api/v1/welcome': { reply: WelcomeView },
  'PATCH /api/v1/welcome': { body: WelcomePatch, reply: WelcomeView },
} as const satisfies Record<string, { body?: z.ZodType; reply?: z.ZodType }>
