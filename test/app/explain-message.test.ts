import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainMessage } from '../../src/app/explain-message.ts'
import { type Folder, openFolder } from '../knowledge/shop-folder.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

let data: Folder

/** One folder of data for all: the shop is trained by the first of them, and found by the others. */
beforeAll(async () => {
  data = await openFolder({})
})

afterAll(() => data[Symbol.asyncDispose]())

function explain(message: string, folder = TEST_SHOP) {
  return explainMessage({ message, folder, dataDir: data.path })
}

describe('a message explained', () => {
  it('tells that an example is answered, and for which intent', async () => {
    const { verdict, understood, titleOf } = await explain('你们电话多少？')

    expect(verdict).toBe('answer')
    expect(understood.candidates[0]).toMatchObject({ intent: 'store_contact', confidence: 0.99 })
    expect(titleOf('store_contact')).toBe('联系方式')
    expect(titleOf('no_such_intent')).toBe('no_such_intent')
  })

  it('names the words that spoke for an intent, and the examples that are like the message', async () => {
    const { verdict, understood } = await explain('想问问运费大概怎么算的')
    const [best] = understood.candidates

    expect(best?.intent).toBe('shipping_fee')
    expect(verdict).toBe('answer')
    expect(best?.weighed?.map(({ text }) => text).join(' ')).toContain('运')
    expect(best?.weighed?.every(({ weight }) => weight > 0)).toBe(true)
    expect(best?.evidence.map(({ example }) => example)).toContain('邮费怎么算')
  })

  it('names what the message speaks of: the product, the time, the telephone number', async () => {
    const { understood } = await explain('亚麻裙今天能发吗，我电话13800138000')

    expect(understood.entities).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'product', text: '亚麻裙' }),
        expect.objectContaining({ kind: 'time', text: '今天' }),
        expect.objectContaining({ kind: 'phone', text: '13800138000' }),
      ]),
    )
  })

  it.each(['今天天气怎么样', '🙏🙏', '13800138000'])('has no answer for %j', async (message) => {
    const { verdict, understood } = await explain(message)

    expect(verdict).toBe('none')
    expect(understood.outOfScope).toBeGreaterThan(0.9)
  })

  it('tells the mood, and whether a person is wanted', async () => {
    expect((await explain('转人工')).understood).toMatchObject({ wantsPerson: true, mood: 'calm' })
    expect((await explain('气死我了，垃圾店')).understood).toMatchObject({ wantsPerson: false, threatensLaw: false })
    expect((await explain('气死我了，垃圾店')).understood.mood).not.toBe('calm')
  })

  it('says by which thresholds the shop decides', async () => {
    expect((await explain('在吗')).thresholds).toEqual({ answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: [] })
  })

  it('says the same of the same message after another start', async () => {
    await using elsewhere = await openFolder({})
    const again = await explainMessage({ message: '在吗', folder: TEST_SHOP, dataDir: elsewhere.path })

    expect(again.understood).toEqual((await explain('在吗')).understood)
  })

  it('refuses knowledge that is broken, and says where and how to mend it', async () => {
    await using broken = await openFolder({ 'shop.yaml': 'shop: {}\n' })

    await expect(explain('在吗', broken.path)).rejects.toThrow(/shop\.yaml:1:7 缺少「time_zone」 → 补上 time_zone:/)
  })
})
