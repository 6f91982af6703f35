/** A figure of a text, in one form for each kind: money in minor units, dates as `2026-11-25`, clocks in minutes of the day. */
export interface Figure {
  readonly kind: 'money' | 'date' | 'clock' | 'code' | 'number'
  readonly value: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const FIGURE = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
    String.raw`(?:(?<zhYear>\d{4})年)?(?<zhMonth>\d{1,2}) ?月 ?(?<zhDay>\d{1,2}) ?日`,
    String.raw`(?<enDay>\d{1,2}) (?<enMonth>${MONTHS.join('|')})\b(?: (?<enYear>\d{4})\b)?`,
    String.raw`(?<hours>\d{1,2}):(?<minutes>\d{2})`,
    String.raw`[¥￥](?<money>\d[\d,]*(?:\.\d+)?)`,
    String.raw`(?<code>[A-Za-z]+\d[\dA-Za-z]*(?:-[\dA-Za-z]+)*|\d{7,}|\d{3}\*{4}\d{4})`,
    String.raw`(?<number>\d+(?:\.\d+)?)`,
  ].join('|'),
  'g',
)

/** Every figure of a text, read by another way than the guard's own. Dates without a year are of `year`. */
export function readFigures(text: string, year: number): readonly Figure[] {
  return [...text.matchAll(FIGURE)].flatMap(({ groups = {} }): Figure[] => {
    const { iso, zhYear, zhMonth, zhDay, enDay, enMonth, enYear, hours, minutes, money, code, number } = groups
    if (iso) return [{ kind: 'date', value: iso }]
    if (zhMonth && zhDay) return [date(zhYear ?? year, zhMonth, zhDay)]
    if (enMonth && enDay) return [date(enYear ?? year, MONTHS.indexOf(enMonth) + 1, enDay)]
    if (hours && minutes) return [{ kind: 'clock', value: String(Number(hours) * 60 + Number(minutes)) }]
    if (money) return [{ kind: 'money', value: String(Math.round(Number(money.replaceAll(',', '')) * 100)) }]
    if (code) return [{ kind: 'code', value: code }]
    return [{ kind: 'number', value: String(Number(number)) }]
  })
}

function date(year: number | string, month: number | string, day: number | string): Figure {
  return { kind: 'date', value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

export function keyOf({ kind, value }: Figure): string {
  return `${kind} ${value}`
}
