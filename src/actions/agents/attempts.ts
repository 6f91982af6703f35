import { AppError } from '../../domain/errors.ts'
import { ATTEMPT_RULES, type AttemptKind } from '../../domain/sign-in.ts'
import type { Deps } from '../deps.ts'

/** What a try is counted under. */
export interface Counted {
  readonly kind: AttemptKind
  readonly key: string
}

const FORGET_AFTER = Math.max(...Object.values(ATTEMPT_RULES).map(({ forgetAfter }) => forgetAfter))

/** Counts a try before it is looked at, so that many at once count as many. Throws `too_many` where one has to wait. */
export async function countAttempt(deps: Deps, counted: readonly Counted[]): Promise<void> {
  const now = deps.clock.now()
  for (const [index, { kind, key }] of counted.entries()) {
    const until = await deps.storage.attempts.take(`${kind}:${key}`, now, ATTEMPT_RULES[kind])
    if (until === undefined) continue

    // It is not made, so it does not count anywhere.
    await forgiveAttempt(deps, counted.slice(0, index))
    throw new AppError('too_many', { retryAfter: Math.max(1, Math.ceil((until - now) / 1000)) })
  }
}

/** It was a good one. What was wrong before stays counted: signing in to an account of one's own must buy no more guesses. */
export async function forgiveAttempt(deps: Deps, counted: readonly Counted[]): Promise<void> {
  for (const { kind, key } of counted) await deps.storage.attempts.giveBack(`${kind}:${key}`)
}

/** Whoever has proved who they are begins anew. */
export async function forgetAttempts(deps: Deps, counted: readonly Counted[]): Promise<void> {
  for (const { kind, key } of counted) await deps.storage.attempts.forget(`${kind}:${key}`)
}

export function forgetOldAttempts(deps: Deps): Promise<void> {
  return deps.storage.attempts.forgetBefore(deps.clock.now() - FORGET_AFTER)
}
