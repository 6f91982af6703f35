import type { Heard } from '../dialogue/heard.ts'
import type { Locale } from '../localized-text.ts'
import type { SlotKind, SlotValue } from './flow.ts'
import type { SlotWorld } from './slot-world.ts'

/** A bare number of kilos is seldom more than this; Chinese shoppers count in 斤, of which two make one. */
const MOST_BARE_KILOS = 79

/** Quantity, phone, height, weight and size: what the entity reader has found, or a bare number where it was asked for. */
export function readMeasure(kind: SlotKind, heard: Heard, world: SlotWorld, asked: boolean): SlotValue | undefined {
  const { entities } = heard.understood
  const bare = asked ? /^\D{0,4}(\d{1,3}(?:\.\d{1,2})?)\D{0,4}$/.exec(heard.text.trim())?.[1] : undefined
  const number = bare === undefined ? undefined : Number(bare)
  const corrected = CORRECTED_FIGURE.exec(heard.text)?.[1]

  switch (kind) {
    case 'quantity': {
      const count =
        entities.find((one) => one.kind === 'quantity')?.count ??
        number ??
        (corrected === undefined ? undefined : Number(corrected))
      return count !== undefined && Number.isInteger(count) && count > 0 ? same(String(count)) : undefined
    }
    case 'phone': {
      const phone = entities.find((one) => one.kind === 'phone')?.value
      return phone === undefined ? undefined : same(phone)
    }
    case 'height': {
      const cm = entities.find((one) => one.kind === 'height')?.cm ?? toCentimetres(number)
      return cm === undefined ? undefined : { value: String(Math.round(cm)), text: `${Math.round(cm)} cm` }
    }
    case 'weight': {
      const kg = entities.find((one) => one.kind === 'weight')?.kg ?? toKilos(number, world)
      return kg === undefined ? undefined : { value: String(kg), text: weightText(kg, world) }
    }
    case 'foot': {
      const cm = readFoot(heard.text, asked)
      return cm === undefined ? undefined : { value: String(cm), text: `${cm} cm` }
    }
    case 'size': {
      const size = entities.find((one) => one.kind === 'size')?.value ?? (asked ? bareSize(heard.text) : undefined)
      return size === undefined ? undefined : same(size)
    }
    default:
      return undefined
  }
}

/** "数量改成 40", "make it 40"; 40 码 and 40 块 are something else. */
const CORRECTED_FIGURE =
  /(?:改成|改为|数量(?:是|为)?|make (?:it|that)|quantity)\s?(\d{1,3})(?![\d.:-]|\s?(?:[码号块元斤]|cm|kg|厘米|公斤))/i

function same(value: string): SlotValue {
  return { value, text: value }
}

function toCentimetres(number: number | undefined): number | undefined {
  if (number === undefined) return undefined
  if (number >= 1.2 && number <= 2.2) return number * 100
  return number >= 80 && number <= 220 ? number : undefined
}

function toKilos(number: number | undefined, { locale }: SlotWorld): number | undefined {
  if (number === undefined || number < 20 || number > 300) return undefined
  return locale === 'zh' && number > MOST_BARE_KILOS ? number / 2 : number
}

/** Both units, so that a misunderstanding shows. */
export function weightText(kg: number, { locale }: { readonly locale: Locale }): string {
  const kilos = Math.round(kg * 10) / 10
  return locale === 'zh' ? `${kilos} kg（${Math.round(kg * 20) / 10} 斤）` : `${kilos} kg`
}

const NAMED_FOOT = /(?:脚长?|foot(?: length)?)\D{0,6}(\d{2}(?:\.\d)?|\d{3})(?:\s?(mm|毫米|cm|厘米))?/i
const BARE_FOOT = /^\D{0,3}(\d{2}(?:\.\d)?|\d{3})\s?(mm|毫米|cm|厘米)?\D{0,2}$/i

/** Feet are told in centimetres, or in millimetres as shoe boxes do; nobody wears a shoe size below 32 whose number stands alone. */
export function readFoot(text: string, asked = false): number | undefined {
  const [, figure] = NAMED_FOOT.exec(text) ?? (asked ? BARE_FOOT.exec(text.trim()) : undefined) ?? []
  const said = Number(figure ?? Number.NaN)
  const cm = said >= 100 ? said / 10 : said
  return cm >= 10 && cm < 32 ? cm : undefined
}

/** The stretch of a text that tells it. */
export function footWords(text: string): readonly string[] {
  return readFoot(text) === undefined ? [] : [NAMED_FOOT.exec(text)?.[0] ?? '']
}

function bareSize(text: string): string | undefined {
  return /^(?:平时|平常|一般|通常|我|都|穿|大概|的|i|usually|wear|take|a|an|size|\s)*(\d?x{0,4}[sml]|[3-4]\d(?:\.5)?)码?$/i
    .exec(text.trim())?.[1]
    ?.toUpperCase()
}
