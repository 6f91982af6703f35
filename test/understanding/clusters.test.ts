import { describe, expect, it } from 'vitest'
import { createGrouping } from '../../src/understanding/clusters/group-apart.ts'
import { groupUtterances, type Weighed } from '../../src/understanding/clusters/group-utterances.ts'

const ASKED: readonly string[] = [
  '可以货到付款吗',
  '支持货到付款不',
  '能不能货到付款呀',
  '你们有没有货到付款',
  '可以开增值税专用发票吗',
  '能开专票吗 增值税的',
  '增值税专用发票怎么开',
  '鞋子能刻字吗',
  '可以刻名字在鞋子上吗',
  '门店在哪里',
]

const weighed = (text: string): Weighed => ({ text, candidates: [] })

/** The words of each group, in no order. */
function groupsOf(texts: readonly string[]): readonly string[] {
  const groups = groupUtterances({ utterances: texts.map(weighed), lexicon: undefined })
  return groups
    .map((group) =>
      group
        .map((at) => texts[at])
        .sort()
        .join(' | '),
    )
    .sort()
}

describe('grouping utterances', () => {
  it('puts together what asks the same, the largest group first', () => {
    const groups = groupUtterances({ utterances: ASKED.map(weighed), lexicon: undefined })

    expect(groups[0]?.map((at) => ASKED[at])).toHaveLength(4)
    expect(groups[0]?.every((at) => ASKED[at]?.includes('货到付款'))).toBe(true)
    expect(groups.flat().sort((a, b) => a - b)).toEqual([...ASKED.keys()])
  })

  it('makes the same groups in whatever order they come', () => {
    const shuffled = [...ASKED.filter((_, at) => at % 3 === 2), ...ASKED.filter((_, at) => at % 3 !== 2).reverse()]

    expect(groupsOf(shuffled)).toEqual(groupsOf(ASKED))
  })

  it('takes for one question what differs in greeting, marks and case only', () => {
    const groups = groupUtterances({
      utterances: ['支持 Apple Pay 吗', '你好，支持apple pay吗？？', '您好 支持 APPLE PAY 吗 谢谢', '衣服起球吗'].map(
        weighed,
      ),
      lexicon: undefined,
    })

    expect(groups.map((group) => group.length)).toEqual([3, 1])
  })

  it('brings nearer what was weighed alike', () => {
    const texts = ['怎么弄这个', '这要咋整']
    const candidates = [{ intent: 'assembly', confidence: 0.3, evidence: [] }]
    const apart = groupUtterances({ utterances: texts.map(weighed), lexicon: undefined }, 0.3)
    const near = groupUtterances({ utterances: texts.map((text) => ({ text, candidates })), lexicon: undefined }, 0.3)

    expect(near.length).toBeLessThanOrEqual(apart.length)
  })

  it('has nothing to say of nothing', () => {
    expect(groupUtterances({ utterances: [], lexicon: undefined })).toEqual([])
  })

  it('says the same in a thread of its own', async () => {
    const order = { utterances: ASKED.map(weighed), lexicon: undefined }

    expect(await createGrouping()(order)).toEqual(groupUtterances(order))
  })
})
