import type { Funnel } from '../../../src/protocol/reports.ts'

type Way = Funnel['ways'][number]
export const STEPS = ['inquiries', 'ordered', 'paid'] as const
export type Step = (typeof STEPS)[number]

export interface FunnelStep {
  readonly step: Step
  readonly count: number
  /** Of the first step; absent where that is nothing. */
  readonly ofFirst: number | undefined
  /** Of the step before. */
  readonly ofBefore: number | undefined
}

/** 询单 → 下单 → 付款, each with what is left of the one before. */
export function funnelSteps(way: Pick<Way, Step>): readonly FunnelStep[] {
  return STEPS.map((step, index) => {
    const before = STEPS[index - 1]
    return {
      step,
      count: way[step],
      ofFirst: part(way[step], way.inquiries),
      ofBefore: before ? part(way[step], way[before]) : undefined,
    }
  })
}

/** All ways together. */
export function wholeFunnel({ ways }: Pick<Funnel, 'ways'>): Pick<Way, Step | 'amount'> {
  const sum = (of: Step | 'amount') => ways.reduce((total, way) => total + way[of], 0)
  return { inquiries: sum('inquiries'), ordered: sum('ordered'), paid: sum('paid'), amount: sum('amount') }
}

/** What a paid inquiry was worth on average. */
export function basketOf({ amount, paid }: Pick<Way, 'amount' | 'paid'>): number | undefined {
  return paid === 0 ? undefined : amount / paid
}

function part(count: number, of: number): number | undefined {
  return of === 0 ? undefined : count / of
}
