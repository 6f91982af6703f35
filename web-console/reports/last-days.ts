/** The days that a report is asked for; they live in the address. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The last so many days, today included, by the clock of who looks. */
export function lastDays(days: number, now: number = Date.now()): Period {
  return { from: toDay(new Date(now - (days - 1) * 86_400_000)), until: toDay(new Date(now)) }
}

function toDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
