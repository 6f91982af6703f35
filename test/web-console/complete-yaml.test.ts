import { describe, expect, it } from 'vitest'
import { toJsonSchemas } from '../../src/knowledge/schema/kinds.ts'
import { proposeAt } from '../../web-console/knowledge/files/complete-yaml.ts'
import { hoverAt } from '../../web-console/knowledge/files/hover-yaml.ts'
import { placeAt } from '../../web-console/knowledge/files/place-at.ts'
import type { Schema } from '../../web-console/knowledge/files/schema-walk.ts'

const schemas = toJsonSchemas() as Readonly<Record<string, Schema>>
const help = (kind: string) => ({
  schema: schemas[kind],
  facts: [{ name: 'order.status', label: '订单状态' }],
  intents: [{ id: 'shipping_time', title: '发货时间' }],
  docs: { say: '说的话' },
})

/** The labels proposed where `|` stands. */
function labels(text: string, kind = 'intents'): readonly string[] {
  const at = text.indexOf('|')
  return proposeAt(text.slice(0, at) + text.slice(at + 1), at, help(kind)).proposals.map(({ label }) => label)
}

const HEAD = 'intents:\n  - id: a\n    title: 甲\n'

describe('where the cursor stands in a YAML text', () => {
  it.each([
    ['', []],
    [`${HEAD}    exa`, ['intents', 0]],
    [`${HEAD}    examples:\n      - 甲\n      - 乙`, ['intents', 0, 'examples', 1]],
    [
      `${HEAD}    examples: [甲, 乙]\n    answers:\n      - say: {zh: 好, en: `,
      ['intents', 0, 'answers', 0, 'say', 'en'],
    ],
    [`${HEAD}  - id: b\n    next: [`, ['intents', 1, 'next', 0]],
    [`${HEAD}    answers:\n    - say: |\n        key: none\n      when: {`, ['intents', 0, 'answers', 0, 'when']],
    ['shop:\n  name: {zh: 甲,\n    en: A}\n  language: ', ['shop', 'language']],
  ])('knows the path of %j', (text, path) => {
    expect(placeAt(text, text.length).path).toEqual(path)
  })
})

describe('completion from the schema of a kind of file', () => {
  it('proposes the keys that are not there yet, and the values of a choice', () => {
    expect(labels(`${HEAD}    |`)).toEqual(expect.arrayContaining(['examples', 'answers', 'autonomy']))
    expect(labels(`${HEAD}    |`)).not.toContain('title')
    expect(labels(`${HEAD}    autonomy: |`)).toEqual(['auto', 'notify', 'veto', 'suggest', 'human'])
    expect(labels(`${HEAD}    answers:\n      - |`)).toContain('say')
    expect(labels(`${HEAD}    answers:\n      - say: {|`)).toEqual(['zh', 'en'])
    expect(labels('|', 'flows')).toEqual(['flows'])
    expect(labels('flows:\n  - id: a\n    slots:\n      - name: b\n        kind: |', 'flows')).toContain('yes_no')
  })

  it('proposes intents where their ids stand, and facts in templates and conditions', () => {
    expect(labels(`${HEAD}    next: [|`)).toEqual(['shipping_time'])
    expect(labels(`${HEAD}    answers:\n      - say: 您的订单 {{ or|`)).toEqual(['order.status'])
    expect(labels(`${HEAD}    answers:\n      - when: {|`)).toContain('order.status.eq')
  })

  it('explains keys, facts and intents', () => {
    const text = `${HEAD}    answers:\n      - say: 好\n        when: {order.status.eq: paid}\n    next: [shipping_time]\n`
    const words = (word: string) => hoverAt(text, text.indexOf(word) + 1, help('intents'), 'zh')?.words

    expect(words('say')).toEqual(['说的话', expect.stringContaining('string')])
    expect(words('order.status.eq')).toEqual(['订单状态 (eq)'])
    expect(words('shipping_time')).toEqual(['发货时间'])
  })
})
