import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import type { KnowledgeBase, Problem } from '../../src/domain/knowledge.ts'
import { textIn } from '../../src/domain/localized-text.ts'
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

describe("the demo shop's knowledge", () => {
  it('loads without a warning', () => {
    expect(warnings).toEqual([])
  })

  it('is held against all 114 intents of the catalogue, each once', () => {
    expect(new Set(ids).size).toBe(114)
    expect(ids).toHaveLength(114)
  })

  it('has twelve products and more, each with a picture and something in stock', () => {
    const products = [...knowledge.products.values()]

    expect(products.length).toBeGreaterThanOrEqual(12)
    expect(products.filter((one) => one.image === undefined || one.variants.every(({ stock }) => stock === 0))).toEqual(
      [],
    )
  })

  it('has a size table for whatever is worn, with a row for each of its sizes', () => {
    const worn = [...knowledge.products.values()].filter(({ category }) => /装|鞋/.test(textIn(category, 'zh', 'zh')))
    const missing = worn.flatMap(({ id, variants, sizeTable }) => {
      const rows = new Set(sizeTable?.rows.map(({ size }) => String(size)))
      return variants.filter(({ size }) => !rows.has(size ?? '')).map(({ sku }) => `${id} ${sku}`)
    })

    expect(worn.length).toBeGreaterThanOrEqual(5)
    expect(missing).toEqual([])
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
