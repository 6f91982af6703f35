import { describe, expect, it } from 'vitest'
import { caseInLanguage, caseTitle, isOpenedBy, itemOfCase } from '../../src/domain/case-title.ts'
import { returning } from './flow/given-flow.ts'
import { product } from './given.ts'
import { aCase } from './given-case.ts'

const RETURN = returning({ title: { zh: '退货', en: 'Return' } })
const REFUND = returning({ id: 'refund', title: { zh: '退', en: 'Refund' } })
const DRESS = product('dress', {
  name: { zh: '亚麻裙', en: 'Linen dress' },
  variants: [{ sku: 'D-S', color: { zh: '雾蓝', en: 'Mist blue' }, size: 'S', stock: 1 }],
})
const KNOWLEDGE = {
  shop: { language: 'zh' as const },
  flows: new Map([REFUND, RETURN].map((flow) => [flow.id, flow])),
  products: new Map([[DRESS.id, DRESS]]),
}

describe('the title of a case', () => {
  it('names the task and the item in the language of the shop, whatever the shopper speaks', () => {
    const item = itemOfCase('D-S', 'Linen dress (Mist blue S)', KNOWLEDGE, 'en')

    expect(caseTitle(RETURN, item, 'zh')).toBe('退货 · 亚麻裙 雾蓝 S')
    expect(caseTitle(RETURN, undefined, 'zh')).toBe('退货')
    expect(itemOfCase('*', 'the whole order', KNOWLEDGE, 'en')).toBe('the whole order')
  })

  it('tells which task opened it, also beside a task whose name begins alike', () => {
    const opened = aCase([], { title: '退货 · 亚麻裙 雾蓝 S' })

    expect([isOpenedBy(RETURN, opened, 'zh'), isOpenedBy(REFUND, opened, 'zh')]).toEqual([true, false])
  })

  it('is shown in the language of the shopper, and as it is where nobody knows what opened the case', () => {
    const opened = aCase([], { title: '退货 · 亚麻裙 雾蓝 S', sku: 'D-S' })
    const other = aCase([], { title: '电话里登记的' })

    expect(caseInLanguage(opened, KNOWLEDGE, 'en').title).toBe('Return · Linen dress')
    expect(caseInLanguage(opened, KNOWLEDGE, 'zh')).toBe(opened)
    expect(caseInLanguage(other, KNOWLEDGE, 'en').title).toBe('电话里登记的')
  })
})
