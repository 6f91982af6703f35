import { describe, expect, it } from 'vitest'
import { CASE_STATUSES, CASE_TYPES, caseAfter } from '../../src/domain/case.ts'
import { LOCALES } from '../../src/domain/localized-text.ts'
import { statusText, toChangeMessage, toDetailsCard, typeText } from '../../src/domain/present-case.ts'
import { aCase, DUE } from './given-case.ts'

const SHANGHAI = 'Asia/Shanghai'

describe('the card of a case', () => {
  it('says in Chinese what it is about, how it stands and when it is due', () => {
    expect(toDetailsCard(aCase(), SHANGHAI, 'zh')).toEqual({
      title: '退货 SH26112300001',
      status: '待处理',
      lines: [
        { label: '事项', text: '亚麻连衣裙 S 码退货' },
        { label: '订单号', text: 'XE1001' },
        { label: '原因', text: '尺码不合适' },
        { label: '提交时间', text: '11月23日 18:00' },
        { label: '预计处理', text: '11月25日 18:00 前' },
      ],
    })
  })

  it('says the same in English, by the clock of the shop', () => {
    expect(toDetailsCard(aCase(), 'Europe/London', 'en')).toMatchObject({
      title: 'Return SH26112300001',
      status: 'received',
      lines: expect.arrayContaining([{ label: 'Expected', text: 'by 25 Nov, 10:00' }]),
    })
  })

  it('leaves out what there is nothing to say of', () => {
    const { orderNumber: _, ...bare } = aCase([{ status: 'resolved' }], { title: '退货', details: [] })

    expect(toDetailsCard(bare, SHANGHAI, 'zh').lines).toEqual([{ label: '提交时间', text: '11月23日 18:00' }])
  })

  it('tells the newest note to the shopper and never an internal one', () => {
    const told = aCase([
      { status: 'in_progress', note: '正在核实' },
      { status: 'waiting', note: '请补拍吊牌照片', internal: '疑似穿过' },
      { status: 'waiting', internal: '再等一天' },
    ])

    const card = toDetailsCard(told, SHANGHAI, 'zh')

    expect(card.lines.at(-1)).toEqual({ label: '客服回复', text: '请补拍吊牌照片' })
    expect(JSON.stringify([card, toChangeMessage(told, SHANGHAI, 'zh')])).not.toMatch(/疑似|再等/)
  })
})

describe('the message about a change', () => {
  const said = (changes: Parameters<typeof aCase>[0], locale: 'zh' | 'en' = 'zh') => {
    const message = toChangeMessage(aCase(changes), SHANGHAI, locale)
    return message.kind === 'text' ? message.text : ''
  }

  it('says what has become of it, then what the agent wrote', () => {
    expect(said([{ status: 'resolved', note: '退款已原路退回' }])).toBe('您的退货申请已经处理好了。\n退款已原路退回')
    expect(said([{ status: 'rejected' }])).toMatch(/^很抱歉/)
    expect(said([{ status: 'waiting' }], 'en')).toBe('We need something from you to go on with your return request.')
  })

  it('speaks of news where only a note was written, and of reopening where it had ended', () => {
    expect(said([{ status: 'open', note: '仓库已收到' }])).toBe('您的退货申请有新进展：\n仓库已收到')
    expect(said([{ status: 'resolved' }, { status: 'in_progress' }])).toMatch(/重新打开/)
  })

  it('names the new time where only that was moved, in the shop’s hours', () => {
    expect(said([{ status: 'open', dueAt: DUE, note: '仓库在查' }])).toBe(
      '您的退货申请预计处理时间改为 11月25日 18:00 前。\n仓库在查',
    )
    expect(said([{ status: 'open', dueAt: DUE }], 'en')).toBe(
      'We now expect to deal with your return request by 25 Nov, 18:00.',
    )
  })

  it('shows the case beneath, without saying the note twice', () => {
    const message = toChangeMessage(aCase([{ status: 'resolved', note: '退款已原路退回' }]), SHANGHAI, 'zh')

    expect(message).toMatchObject({ details: [{ status: '已完成' }] })
    expect(JSON.stringify(message).split('退款已原路退回')).toHaveLength(2)
  })
})

describe('a case as it was', () => {
  it('stands as its history said then', () => {
    const now = aCase([
      { status: 'waiting', at: 5 },
      { status: 'resolved', at: 9 },
    ])

    expect(caseAfter(now, 2)).toMatchObject({ status: 'waiting', updatedAt: 5, history: { length: 2 } })
    expect(caseAfter(now, 4)).toBeUndefined()
  })
})

it('names every type and status in its own words in both languages', () => {
  for (const locale of LOCALES) {
    const types = CASE_TYPES.map((type) => typeText(type, locale))
    const statuses = CASE_STATUSES.map((status) => statusText(status, locale))

    expect(new Set(types).size).toBe(CASE_TYPES.length)
    expect(new Set(statuses).size).toBe(CASE_STATUSES.length)
    expect([...types, ...statuses].filter((text) => /\p{Script=Han}/u.test(text) !== (locale === 'zh'))).toEqual([])
  }
})
