const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The characters that numbers are written with; use it inside a regular expression. */
export const HAN_NUMBER = '[零〇一二两三四五六七八九十百千万]{1,9}'

/** One Chinese digit, -1 for anything else. */
function digitOf(char: string): number {
  if (char === '〇') return 0
  return char === '两' ? 2 : DIGITS.indexOf(char)
}

/**
 * A number in Chinese characters: 一百二十, 一百二 (120), 三千零五, 一万五, 一六九 and 二〇二六 digit by digit.
 * "两三" is no number but a guess, so it is not read; nor is 百 without anything before it.
 */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  const wan = text.indexOf('万')
  if (wan < 0) return parseBelowWan(text)

  const high = parseBelowWan(text.slice(0, wan))
  const rest = text.slice(wan + 1)
  if (high === undefined) return undefined
  if (rest === '') return high * 10_000
  // 一万五 is 15000, 一万零五 is 10005.
  if (rest.length === 1) return digitOf(rest) > 0 ? high * 10_000 + digitOf(rest) * 1000 : undefined
  const low = parseBelowWan(rest.replace(/^[零〇]/, ''))
  return low === undefined ? undefined : high * 10_000 + low
}

function parseBelowWan(text: string): number | undefined {
  return /[十百千]/.test(text) ? parseWithUnits(text) : parseDigits(text)
}

/** Two digits side by side are a guess (两三); three or more, or a zero, are read one by one. */
function parseDigits(text: string): number | undefined {
  if (text.length === 2 && !/[零〇]/.test(text)) return undefined
  let value = 0
  for (const char of text) {
    const digit = digitOf(char)
    if (digit < 0) return undefined
    value = value * 10 + digit
  }
  return text === '' ? undefined : value
}

function parseWithUnits(text: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let lastUnit = 10_000
  let skipped = false
  for (const char of text) {
    const unit = UNITS[char]
    if (unit !== undefined) {
      // 十二 may begin with its unit, 百二 may not; units only ever go down.
      if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined
      total += (digit ?? 1) * unit
      lastUnit = unit
      digit = undefined
      skipped = false
    } else {
      const next = digitOf(char)
      if (next < 0 || digit !== undefined) return undefined
      if (next === 0) skipped = true
      else digit = next
    }
  }
  if (digit === undefined) return total
  return total + digit * (skipped ? 1 : lastUnit / 10)
}

/** A number as shoppers write it: `1,299`, `1.5`, `3万`, `三百五`. */
export function parseNumber(text: string): number | undefined {
  if (!/^\d/.test(text)) return parseChineseNumber(text)
  const [, digits = '', unit = ''] = /^([\d,]+(?:\.\d+)?)([百千万])?$/.exec(text) ?? []
  if (digits === '') return undefined

  const factor = unit === '万' ? 10_000 : (UNITS[unit] ?? 1)
  return Number(digits.replaceAll(',', '')) * factor
}
