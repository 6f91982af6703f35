/** The days that a report is asked for; they live in the address. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The last so many days, today included, by the clock of who looks. */
export function lastDays(days: number, now: number = Date.now()): Period {
  return { from: dayBefore(now, days - 1), until: dayBefore(now, 0) }
}

/** A single day: today, or so many days ago. */
export function oneDay(ago: number, now: number = Date.now()): Period {
  const day = dayBefore(now, ago)
  return { from: day, until: day }
}

export const PRESETS = ['today', 'yesterday', '7', '30', '90'] as const
export type Preset = (typeof PRESETS)[number]

export function presetDays(preset: Preset, now: number = Date.now()): Period {
  if (preset === 'today') return oneDay(0, now)
  if (preset === 'yesterday') return oneDay(1, now)
  return lastDays(Number(preset), now)
}

/** Which of the choices these days are, if any. */
export function presetOf(period: Period, now: number = Date.now()): Preset | undefined {
  return PRESETS.find((preset) => {
    const { from, until } = presetDays(preset, now)
    return from === period.from && until === period.until
  })
}

// Counted in days of the calendar: not every day has twenty-four hours.
function dayBefore(now: number, days: number): string {
  const today = new Date(now)
  return toDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - days))
}

function toDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
