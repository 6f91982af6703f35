import { parseNumber } from '../../text/chinese-number.ts'
import { type Day, toIsoMinute } from './plain-date.ts'

/** Minutes past midnight, both included. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  dawn: [0, 359],
  morning: [360, 719],
  noon: [660, 839],
  afternoon: [720, 1079],
  evening: [1080, 1439],
}

const NAMES: Readonly<Record<string, string>> = {
  凌晨: 'dawn',
  半夜: 'dawn',
  早: 'morning',
  清早: 'morning',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  am: 'morning',
  中午: 'noon',
  noon: 'noon',
  下午: 'afternoon',
  pm: 'afternoon',
  傍晚: 'evening',
  晚: 'evening',
  晚上: 'evening',
  夜: 'evening',
  夜里: 'evening',
  night: 'evening',
  tonight: 'evening',
}

export const PART_ZH = '凌晨|半夜|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里'

export interface DayTime {
  /** As it was written. */
  readonly part?: string | undefined
  readonly hour?: string | undefined
  /** Figures, 半, 一刻 or 三刻. */
  readonly minute?: string | undefined
}

/** The minutes that a time of day covers on a day; nothing where the clock has no such hour. */
export function toMinutes(day: Day, { part, hour, minute }: DayTime): { from: string; until: string } | undefined {
  const name = part === undefined ? undefined : (NAMES[part] ?? part)
  const stretch = name === undefined ? undefined : PARTS[name]
  if (hour === undefined) {
    return stretch && { from: toIsoMinute(day, stretch[0]), until: toIsoMinute(day, stretch[1]) }
  }
  const hours = parseNumber(hour)
  const minutes = minutesOf(minute)
  if (hours === undefined || minutes === undefined || hours > 24 || minutes > 59 || !Number.isInteger(hours))
    return undefined

  const at = toIsoMinute(day, on24Hours(hours, name) * 60 + minutes)
  return { from: at, until: at }
}

/** 晚上八点 is 20:00; 晚上一点 and 晚上十二点 belong to the night that follows. */
function on24Hours(hour: number, part: string | undefined): number {
  if (part === 'evening') return hour < 5 ? hour + 24 : hour <= 12 ? hour + 12 : hour
  if (part === 'afternoon') return hour < 12 ? hour + 12 : hour
  if (part === 'noon') return hour < 5 ? hour + 12 : hour
  return (part === 'dawn' || part === 'morning') && hour === 12 ? 0 : hour
}

function minutesOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '整' || text === '钟') return 0
  if (text === '半') return 30
  if (text === '一刻') return 15
  if (text === '三刻') return 45
  return parseNumber(text.replace('分', ''))
}
