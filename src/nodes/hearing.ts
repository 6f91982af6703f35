import type { DomainEvent } from '../domain/events.ts'

/** What an entry comes to. */
export interface Heard {
  readonly from: string
  /** Absent in a hello, and for what was heard before. */
  readonly event?: DomainEvent
  /** Something before it was never heard. */
  readonly hole: boolean
}

/** Judges entries by the numbers of the node that wrote them. One's own are not heard. */
export function createHearing(me: string): (entry: Readonly<Record<string, string>>) => Heard {
  const heardUpTo = new Map<string, number>()

  return ({ node = '', n: text = '0', event }) => {
    const n = Number(text)
    const before = heardUpTo.get(node)
    if (node === me || (before !== undefined && n <= before)) return { from: node, hole: false }

    heardUpTo.set(node, n)
    // A hello says how far its node has come; an event is the next after that.
    const expected = event === undefined ? before : before === undefined ? undefined : before + 1
    const hole = expected !== undefined && n > expected
    return { from: node, hole, ...(event !== undefined && { event: JSON.parse(event) as DomainEvent }) }
  }
}
