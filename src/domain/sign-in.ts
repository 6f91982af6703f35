/** How long a sign-in lasts at most, and how long without anybody using it. */
export const SESSION_MILLISECONDS = 14 * 86_400_000
export const IDLE_MILLISECONDS = 3 * 86_400_000

/** How often one may be wrong under a key, and how long one waits from then on. */
export interface AttemptRule {
  /** Tries that cost no waiting. */
  readonly free: number
  /** The wait doubles from one second on, up to this. */
  readonly longest: number
  /** After so long without a try all is forgotten. */
  readonly forgetAfter: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * A browser that has signed in to an account before is counted by itself: whoever hammers the account, or the address, from
 * elsewhere cannot lock it out. Everybody else is counted by account and address together, by address, and by account.
 */
export const ATTEMPT_RULES = {
  device: { free: 5, longest: 15 * MINUTE, forgetAfter: 24 * HOUR },
  pair: { free: 5, longest: 15 * MINUTE, forgetAfter: 24 * HOUR },
  address: { free: 30, longest: 15 * MINUTE, forgetAfter: HOUR },
  account: { free: 50, longest: 15 * MINUTE, forgetAfter: 24 * HOUR },
  /** The second step: six digits are few, from wherever they come. */
  code: { free: 5, longest: 15 * MINUTE, forgetAfter: 24 * HOUR },
} as const satisfies Record<string, AttemptRule>
export type AttemptKind = keyof typeof ATTEMPT_RULES

/** How many tries make one wait how long, the longest first. */
export function waitsOf({ free, longest }: AttemptRule): readonly { readonly tries: number; readonly wait: number }[] {
  const waits = []
  for (let tries = free + 1, wait = 1000; ; tries += 1, wait *= 2) {
    waits.unshift({ tries, wait: Math.min(wait, longest) })
    if (wait >= longest) return waits
  }
}

/** One subscriber has a whole /64 of IPv6 addresses: they count as one. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain

  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':').toLowerCase()
}
