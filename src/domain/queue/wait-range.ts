/** Between how many seconds a shopper waits, as far as the last hours tell. */
export interface WaitRange {
  readonly from: number
  readonly until: number
}

/** How long conversations with people have lasted lately, in seconds: a quarter was shorter than `short`, a quarter longer than `long`. */
export interface ServiceTimes {
  readonly short: number
  readonly long: number
}

/** Within this time an agent who is free has looked at the offer. */
const AT_ONCE = 60

/**
 * The wait at this place in the queue. People serve several conversations at once, so with `slots` of them busy one ends
 * about every (service time / slots) seconds. Undefined where nobody is there, or too little is known to be honest.
 */
export function waitRange(
  position: number,
  desk: { readonly slots: number; readonly held: number; readonly times: ServiceTimes | undefined },
): WaitRange | undefined {
  if (desk.slots === 0) return undefined

  const ahead = position - Math.max(0, desk.slots - desk.held)
  if (ahead <= 0) return { from: 0, until: AT_ONCE }
  if (!desk.times) return undefined

  const at = (seconds: number) => Math.ceil((ahead * seconds) / desk.slots)
  return { from: at(desk.times.short), until: Math.max(AT_ONCE, at(desk.times.long)) }
}
