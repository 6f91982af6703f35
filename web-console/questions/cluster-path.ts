import type { ClusterQuery } from '../../src/protocol/questions.ts'

/** What is looked at on the page. */
export interface ClusterChoice {
  readonly days: number
  readonly kind: string
  readonly order: ClusterQuery['order']
  readonly state: ClusterQuery['state']
}

export const FIRST_CHOICE: ClusterChoice = { days: 30, kind: '', order: 'size', state: 'open' }

const DAY = 86_400_000

/** The same as a query of the API. The shop's calendar may be ahead of the browser's, so a day more is asked for. */
export function toQuery({ days, kind, order, state }: ClusterChoice, offset = 0): string {
  const until = new Date(Date.now() + DAY).toISOString().slice(0, 10)
  const from = new Date(Date.now() - (days - 1) * DAY).toISOString().slice(0, 10)
  return new URLSearchParams({
    from,
    until,
    order,
    state,
    ...(kind !== '' && { kinds: kind }),
    ...(offset > 0 && { offset: String(offset) }),
  }).toString()
}
