import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { FILE_KINDS, kindOf, toJsonSchemas } from '../../src/knowledge/schema/kinds.ts'

const FOLDER = join(ROOT, 'docs', 'schema')

describe('the JSON Schemas under docs/schema', () => {
  // Mended by `npx tsx src/cli/xiaoer.ts schema docs/schema && npx biome check --write docs/schema`.
  it.each(Object.entries(toJsonSchemas()))('are those of the code for %s', (kind, schema) => {
    const committed: unknown = JSON.parse(readFileSync(join(FOLDER, `${kind}.schema.json`), 'utf8'))

    expect(committed).toEqual(schema)
  })

  it('are one for every kind of file, and no more', () => {
    const kinds = readdirSync(FOLDER).map((name) => name.replace(/\.schema\.json$/, ''))

    expect(kinds.toSorted()).toEqual(Object.keys(FILE_KINDS).toSorted())
  })

  it('ask of an owner only what has no default', () => {
    const schemas = toJsonSchemas() as Record<string, Record<string, unknown>>

    expect(schemas['intents']).toMatchObject({
      required: ['intents'],
      properties: { intents: { items: { required: ['id', 'title', 'examples'], additionalProperties: false } } },
    })
  })
})

describe('the kind of a file', () => {
  it.each([
    ['shop.yaml', 'shop'],
    ['faq/shipping.yaml', 'intents'],
    ['pre-sales/coupons.yml', 'intents'],
    ['after-sales/deep/down/returns.yaml', 'intents'],
    ['products/women.yaml', 'products'],
    ['lexicon/synonyms.yaml', 'lexicon'],
    ['tests/a.yaml', 'tests'],
    ['faq/shop.yaml', 'intents'],
    ['other/shop.yaml', undefined],
    ['loose.yaml', undefined],
  ])('%s is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind)
  })
})
