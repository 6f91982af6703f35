import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { lastDays, type Period } from './last-days.ts'

export type SetPeriod = (period: Partial<Period>) => void

/** Without an address a week. */
export function usePeriod(): readonly [Period, SetPeriod] {
  const [params, setParams] = useSearchParams()
  const from = params.get('from')
  const until = params.get('until')
  const period = useMemo(() => {
    const week = lastDays(7)
    return from && until ? { from, until } : week
  }, [from, until])
  return [period, (next) => setParams({ ...period, ...next })]
}
