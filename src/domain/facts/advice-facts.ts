import type { Facts } from '../conditions.ts'
import { MEASURES, type Measure, type Product, type SizeTable } from '../knowledge.ts'
import { formatMoney } from '../present.ts'
import type { Build, FitAdvice } from '../skills/fit.ts'
import { adviseSize, goesBy } from '../skills/fit.ts'
import type { Pick } from '../skills/recommend.ts'
import { variantsOf } from '../skills/variants.ts'
import type { Wish } from '../skills/wish.ts'
import { inStock, listColors, priceText, sizeRowText } from './product-facts.ts'
import { type Speech, textOf } from './say.ts'

/** Which size of this product fits, by its own table. */
export function fitFacts(product: Product, build: Build, speech: Speech): Facts {
  const table = product.sizeTable
  const advice = table && adviseSize(table, build, product.cut)
  const by = table && measuredBy(table)
  const rests = (measure: Measure) => table !== undefined && goesBy(table, measure)
  return {
    ...(by && { 'fit.by': by }),
    ...(table && measures(table)),
    // A height says nothing of shoes: "at 165 cm, take 38" would be a made-up reason.
    ...(build.height !== undefined && rests('height') && { 'fit.height': `${Math.round(build.height)} cm` }),
    ...(build.weight !== undefined && rests('weight') && { 'fit.weight': weightText(build.weight, speech) }),
    ...(build.usual !== undefined && { 'fit.usual': build.usual }),
    ...(build.foot !== undefined && rests('foot') && { 'fit.foot': `${build.foot} cm` }),
    ...(build.prefers && { 'fit.prefers': build.prefers }),
    ...(table && advice && adviceFacts(product, advice, speech)),
  }
}

function measures({ rows }: SizeTable): Facts {
  return Object.fromEntries(
    MEASURES.map((measure) => [`fit.by_${measure}`, rows.some(({ fits }) => fits[measure] !== undefined)] as const),
  )
}

/** What a size table goes by; undefined where it says nothing of bodies. */
function measuredBy({ rows }: SizeTable): 'foot' | 'body' | undefined {
  if (rows.some(({ fits }) => fits.foot)) return 'foot'
  return rows.some(({ fits }) => fits.height ?? fits.weight) ? 'body' : undefined
}

function adviceFacts(product: Product, advice: FitAdvice, speech: Speech): Facts {
  if (advice.kind === 'outside') return { 'fit.outside': true }

  const { row, sureness, other } = advice
  const available = inStock(variantsOf(product, { size: row.size }))
  const colors = listColors(available, speech)
  return {
    'fit.outside': false,
    'fit.size': row.size,
    'fit.sureness': sureness,
    'fit.in_stock': available.length > 0,
    ...(product.sizeTable && { 'fit.row': sizeRowText(row, product.sizeTable, speech) }),
    ...(other && { 'fit.other': other.size }),
    ...(colors.length > 0 && { 'fit.colors': colors.join(speech.locale === 'zh' ? '、' : ', ') }),
  }
}

function weightText(kg: number, { locale }: Speech): string {
  const kilos = Math.round(kg * 10) / 10
  return locale === 'zh' ? `${kilos} kg（${Math.round(kg * 20) / 10} 斤）` : `${kilos} kg`
}

/** What fits the wish, each with its reason. */
export function pickFacts(picks: readonly Pick[], wish: Wish | undefined, speech: Speech): Facts {
  return {
    'picks.wished': wish !== undefined,
    'picks.pairing': wish?.pairing === true,
    'picks.count': picks.length,
    ...(wish && { 'picks.wish': wishText(wish, speech) }),
    ...(picks.length > 0 && { 'picks.list': picks.map((pick, n) => pickText(pick, n, wish, speech)).join('\n') }),
  }
}

function pickText({ product, meets }: Pick, n: number, wish: Wish | undefined, speech: Speech): string {
  const { locale } = speech
  const name = textOf(product.name, speech)
  const price = priceText(product, speech)
  const reasons = [
    ...(meets.length > 0 ? [locale === 'zh' ? `符合「${meets.join('、')}」` : `fits "${meets.join(', ')}"`] : []),
    ...(wish?.atMost === undefined && wish?.atLeast === undefined
      ? []
      : [locale === 'zh' ? '在预算内' : 'within budget']),
    locale === 'zh' ? '现货' : 'in stock',
  ]
  const summary = textOf(product.summary, speech)
  return locale === 'zh'
    ? `${n + 1}. ${name} ${price}：${summary}（${reasons.join('，')}）`
    : `${n + 1}. ${name}, ${price}: ${summary} (${reasons.join(', ')})`
}

function wishText({ words, atLeast, atMost }: Wish, { locale, currency }: Speech): string {
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const budget =
    atLeast !== undefined && atMost !== undefined
      ? `${money(atLeast)}–${money(atMost)}`
      : atMost !== undefined
        ? locale === 'zh'
          ? `${money(atMost)} 以内`
          : `up to ${money(atMost)}`
        : atLeast !== undefined
          ? locale === 'zh'
            ? `${money(atLeast)} 以上`
            : `from ${money(atLeast)}`
          : ''
  return [...words, budget].filter(Boolean).join(locale === 'zh' ? '、' : ', ')
}
