/** The first steps of a new shop, in their order. */
export const WELCOME_STEPS = ['shop', 'knowledge', 'embed', 'invite', 'mode'] as const
export type WelcomeStep = (typeof WELCOME_STEPS)[number]

/** What became of each step; one that is missing is still to come. */
export interface WelcomeState {
  readonly steps: Readonly<Partial<Record<WelcomeStep, 'done' | 'skipped'>>>
  /** When the owner had enough of it. */
  readonly finishedAt?: number
}
