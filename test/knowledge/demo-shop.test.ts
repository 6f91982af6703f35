import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { type KnowledgeBase, MEASURES, type Problem, type Product, type SizeRow } from '../../src/domain/knowledge.ts'
import { type LocalizedText, textIn } from '../../src/domain/localized-text.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { CATALOGUE_IDS } from './catalogue-ids.ts'

const HAN = /\p{Script=Han}/u
const LATIN = /[a-z]/i
const ids = Object.values(CATALOGUE_IDS).flat()

let knowledge: KnowledgeBase
let warnings: readonly Problem[]

beforeAll(async () => {
  const result = await loadKnowledge(join(ROOT, 'intents'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  knowledge = result.knowledge
  warnings = result.warnings
})

function listWorn(): readonly Product[] {
  return [...knowledge.products.values()].filter(({ category }) => /装|鞋|内衣/.test(textIn(category, 'zh', 'zh')))
}

/** Where a range does not begin at the end of the one before, or a little earlier. */
function listTorn(rows: readonly SizeRow[]): readonly string[] {
  return MEASURES.flatMap((measure) =>
    rows.slice(1).flatMap((row, n) => {
      const [before, after] = [rows[n]?.fits[measure], row.fits[measure]]
      if (!before && !after) return []
      const joined = before && after && after[0] <= before[1] && before[1] - after[0] <= 2 && after[1] > before[1]
      return joined ? [] : [`${row.size} ${measure}`]
    }),
  )
}

function isBilingual(text: LocalizedText): boolean {
  if (typeof text === 'string') return false
  return HAN.test(text.zh ?? '') && LATIN.test(text.en ?? '') && !HAN.test(text.en ?? '')
}

describe("the demo shop's knowledge", () => {
  it('loads without a warning', () => {
    expect(warnings).toEqual([])
  })

  it('is held against all 114 intents of the catalogue, each once', () => {
    expect(new Set(ids).size).toBe(114)
    expect(ids).toHaveLength(114)
  })

  it('has forty products and more, each with a picture and something in stock', () => {
    const products = [...knowledge.products.values()]

    expect(products.length).toBeGreaterThanOrEqual(40)
    expect(products.filter((one) => one.image === undefined || one.variants.every(({ stock }) => stock === 0))).toEqual(
      [],
    )
  })

  it('has a size table for whatever is worn, with a row for each of its sizes', () => {
    const worn = listWorn()
    const missing = worn.flatMap(({ id, variants, sizeTable }) => {
      const rows = new Set(sizeTable?.rows.map(({ size }) => String(size)))
      return variants.filter(({ size }) => !rows.has(size ?? '')).map(({ sku }) => `${id} ${sku}`)
    })

    expect(worn.length).toBeGreaterThanOrEqual(20)
    expect(missing).toEqual([])
  })

  it('says of every size whom it fits, with neither a hole nor a real overlap between neighbours', () => {
    const tables = listWorn().map(({ id, sizeTable }) => ({ id, rows: sizeTable?.rows ?? [] }))
    const unfitted = tables.filter(({ rows }) => rows.some(({ fits }) => Object.keys(fits).length === 0))
    const torn = tables.flatMap(({ id, rows }) => listTorn(rows).map((where) => `${id} ${where}`))

    expect(unfitted).toEqual([])
    expect(torn).toEqual([])
  })

  it('describes every product in both languages, and tags it in the words of both', () => {
    const lacking = [...knowledge.products.values()].filter(
      ({ name, summary, tags }) =>
        !isBilingual(name) ||
        !isBilingual(summary) ||
        !tags.some((tag) => HAN.test(tag)) ||
        !tags.some((tag) => LATIN.test(tag)),
    )

    expect(lacking.map(({ id }) => id)).toEqual([])
  })

  it('lets several products share a generic word, and never more than can be shown as cards', () => {
    const owners = new Map<string, string[]>()
    for (const { id, aliases } of knowledge.products.values()) {
      for (const alias of aliases) owners.set(alias, [...(owners.get(alias) ?? []), id])
    }

    expect(owners.get('裙子')?.length).toBeGreaterThan(1)
    expect([...owners].filter(([, ids]) => ids.length > 6)).toEqual([])
  })

  it('forbids no words that its own answers and products need', () => {
    const own = JSON.stringify([
      [...knowledge.intents.values()].map(({ answers }) => answers),
      [...knowledge.products.values()],
      knowledge.shop,
    ]).toLowerCase()
    const words = knowledge.forbidden.flatMap((one) => one.words)

    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word) => own.includes(word.toLowerCase()))).toEqual([])
  })
})

describe('the intent', () => {
  it.each(ids)('%s has at least 12 Chinese and 4 English examples and can answer in both languages', (id) => {
    const intent = knowledge.intents.get(id)
    const examples = intent?.examples ?? []
    const bilingual = intent?.answers.filter(
      ({ say }) =>
        typeof say === 'object' && HAN.test(say.zh ?? '') && LATIN.test(say.en ?? '') && !HAN.test(say.en ?? ''),
    )

    expect(examples.filter((one) => HAN.test(one)).length).toBeGreaterThanOrEqual(12)
    expect(examples.filter((one) => !HAN.test(one) && LATIN.test(one)).length).toBeGreaterThanOrEqual(4)
    expect(intent?.answers.length).toBeGreaterThanOrEqual(1)
    expect(bilingual).toHaveLength(intent?.answers.length ?? 0)
  })

  it.each(ids)('%s has a title in both languages', (id) => {
    expect(knowledge.intents.get(id)?.title).toEqual({
      zh: expect.stringMatching(HAN),
      en: expect.stringMatching(LATIN),
    })
  })
})
