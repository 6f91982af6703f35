import { describe, expect, it } from 'vitest'
import { readRows, scoreRows, toMatrix } from '../../src/protocol/score-rows.ts'
import type { FoundRow } from '../../src/protocol/try-out.ts'
import { zh } from '../../web-console/texts/zh.ts'
import { rowsToCsv } from '../../web-console/try-out/rows-to-csv.ts'
import { rowsToLearn } from '../../web-console/try-out/rows-to-learn.ts'
import { splitTemplate } from '../../web-console/try-out/split-template.ts'
import { stretchesOf } from '../../web-console/try-out/use-batch.ts'
import { toTalkDraft } from '../../web-console/try-out/use-talk.ts'

const found = (intent: string, confidence: number, verdict: FoundRow['verdict'] = 'answer'): FoundRow => ({
  ranked: intent === 'none' ? [] : [intent],
  confidence,
  verdict,
})

function given() {
  const read = readRows('发货\tship\n邮费\tfee\n退货\tback\n天气\tnone\n餐馆\tnone\n几时发\tship\n')
  if (!read.ok) throw new Error(read.fault)
  return scoreRows(read.rows, [
    found('ship', 0.9),
    found('ship', 0.8),
    found('back', 0.4, 'clarify'),
    found('fee', 0.9),
    found('none', 0, 'none'),
    found('fee', 0.3, 'clarify'),
  ])
}

describe('many labelled messages', () => {
  it('are counted as `xiaoer eval` counts them', () => {
    const { score } = given()

    expect(score).toMatchObject({
      total: 6,
      right: 3,
      answeredRight: 1,
      verdicts: { answer: 3, clarify: 2, none: 1 },
      byIntent: { ship: { total: 2, recall: 0.5, precision: 0.5 }, back: { recall: 1, precision: 1 } },
    })
    expect(score.confusions).toEqual([
      { intent: 'fee', found: 'ship', count: 1 },
      { intent: 'ship', found: 'fee', count: 1 },
    ])
  })

  it('come with the wrong ones first, the surest first of all', () => {
    expect(given().rows.map(({ said, right }) => [said, right])).toEqual([
      ['天气', false],
      ['邮费', false],
      ['几时发', false],
      ['发货', true],
      ['退货', true],
      ['餐馆', true],
    ])
  })

  it('make a matrix of what was ever confused', () => {
    const { expected, found: taken, countOf } = toMatrix(given().rows)

    expect([expected, taken]).toEqual([
      ['fee', 'none', 'ship'],
      ['fee', 'none', 'ship'],
    ])
    expect([countOf('fee', 'ship'), countOf('ship', 'ship'), countOf('ship', 'none')]).toEqual([1, 1, 0])
  })

  it.each([
    ['', { fault: 'empty' }],
    ['发货\tship\n只有话', { fault: 'no_intent', line: 2 }],
    ['a,b,c,d', { fault: 'columns', line: 1 }],
    ['a\tb\n'.repeat(5001), { fault: 'many' }],
  ])('are refused with their line: %#', (text, refused) => {
    expect(readRows(text)).toEqual({ ok: false, ...refused })
  })

  it('are sent in stretches, none too long', () => {
    const stretches = stretchesOf([...Array.from({ length: 450 }, () => '短'), '长'.repeat(11_999), '短', '短'])

    expect(stretches.map((one) => one.length)).toEqual([200, 200, 50, 2, 1])
    expect(stretchesOf([])).toEqual([])
  })

  it('teach what was taken for something else, and nothing that is nobody’s', () => {
    expect(rowsToLearn(given().rows, { fee: '运费', back: '退货' })).toEqual([{ said: '邮费', intent: 'fee' }])
  })

  it('can be taken away as a table that runs nothing', () => {
    const csv = rowsToCsv(
      [{ said: '=1+1, "亲"', expected: 'a', found: 'b', confidence: 0.5, verdict: 'answer', right: false }],
      zh,
    )

    expect(csv).toBe('\uFEFF顾客的话,应为,认成,把握,会怎么做,对错\r\n"\'=1+1, ""亲""",a,b,0.500,直接答,不对\r\n')
  })
})

describe('a talk', () => {
  it('says only what was chosen of who speaks, and when', () => {
    const nobody = { knowledge: 'live', at: '', locale: 'zh', page: ' ' } as const

    expect(toTalkDraft(nobody, [{ text: '在吗' }])).toEqual({
      knowledge: 'live',
      locale: 'zh',
      said: [{ text: '在吗' }],
    })
    expect(
      toTalkDraft({ ...nobody, at: '2026-11-23T10:00', product: 'dress' }, [{ text: '退货', choice: 'return' }]),
    ).toMatchObject({ at: '2026-11-23T10:00', product: 'dress', said: [{ text: '退货', choice: 'return' }] })
  })
})

it('splits a template at what is filled in', () => {
  const parts = splitTemplate('亲，{{ shop.cutoff }} 前{% if a %}付{% endif %}款 {{- order.number | upcase }}')

  expect(parts.map(({ text, fact }) => fact ?? text)).toEqual([
    '亲，',
    'shop.cutoff',
    ' 前',
    '付',
    '款 ',
    'order.number',
  ])
  expect(new Set(parts.map(({ at }) => at)).size).toBe(parts.length)
})
