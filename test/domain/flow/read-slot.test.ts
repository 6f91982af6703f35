import { describe, expect, it } from 'vitest'
import type { SlotOption } from '../../../src/domain/flow/flow.ts'
import { readSlot } from '../../../src/domain/flow/read-slot.ts'
import { product } from '../given.ts'
import { order, says, slot, slotWorld } from '../given-shop.ts'

const option = (value: string, zh: string, words: readonly string[], intents: readonly string[] = []): SlotOption => ({
  value,
  label: { zh, en: value },
  words,
  intents,
})
const REASON = slot('reason', 'choice', {
  options: [
    option('size', '尺码不合适', ['大了', '小了', '不合身']),
    option('quality', '质量问题', ['质量', '坏了', '开线'], ['damaged']),
    option('other', '其他', ['不喜欢']),
  ],
})
const OPENED = slot('opened', 'yes_no')
const NOTE = slot('note', 'text')
const PHOTO = slot('photo', 'photo')

describe('a choice', () => {
  it.each([
    ['尺码小了', 'size'],
    ['质量太差', 'quality'],
    ['Quality', 'quality'],
    ['不喜欢', 'other'],
  ])('is read from words of an option, asked for or not: %s', (text, value) => {
    expect(readSlot(REASON, says(text), slotWorld(), false)?.value).toBe(value)
  })

  it('is that of the longest words where several occur', () => {
    expect(readSlot(REASON, says('其他：衣服不合身'), slotWorld(), true)?.value).toBe('size')
  })

  it('is that which the intent of the message means, where it is likely', () => {
    const read = (confidence: number) =>
      readSlot(REASON, says('打开就是碎的', { intents: { damaged: confidence } }), slotWorld(), true)

    expect(read(0.8)).toEqual({ value: 'quality', text: '质量问题' })
    expect(read(0.3)).toBeUndefined()
  })

  it('is shown in the language that is spoken', () => {
    expect(readSlot(REASON, says('质量'), slotWorld({ locale: 'en' }), true)?.text).toBe('quality')
  })
})

describe('what is pressed', () => {
  const press = (name: string, value: string) => says('', { choice: { kind: 'slot', slot: name, value } })

  it('is the value of its slot, and of no other', () => {
    expect(readSlot(REASON, press('reason', 'size'), slotWorld(), true)).toEqual({ value: 'size', text: '尺码不合适' })
    expect(readSlot(REASON, press('wish', 'size'), slotWorld(), true)).toBeUndefined()
    expect(readSlot(OPENED, press('opened', 'no'), slotWorld(), true)).toEqual({ value: 'no', text: '否' })
  })

  it('counts only where there is such a thing', () => {
    const world = slotWorld({ order: order('XM1'), product: product('dress') })

    expect(readSlot(REASON, press('reason', 'gone'), slotWorld(), true)).toBeUndefined()
    expect(readSlot(slot('item', 'item'), press('item', 'dress-b-s'), world, true)?.text).toBe('亚麻裙 雾蓝 S')
    expect(readSlot(slot('item', 'item'), press('item', 'hat-1'), world, true)).toBeUndefined()
    expect(readSlot(slot('other', 'variant'), press('other', 'dress-1'), world, true)?.value).toBe('dress-1')
    expect(readSlot(slot('other', 'variant'), press('other', 'hat-1'), world, true)).toBeUndefined()
  })
})

describe('yes or no', () => {
  it.each([
    ['是的', 'yes'],
    ['已经拆了', 'yes'],
    ['穿过一次', 'yes'],
    ['opened it yesterday', 'yes'],
    ['没有', 'no'],
    ['还没拆呢', 'no'],
    ['未拆封', 'no'],
    ['not yet', 'no'],
  ])('is read from "%s"', (text, value) => {
    expect(readSlot(OPENED, says(text), slotWorld(), true)?.value).toBe(value)
  })

  it.each(['要专票', '需要的，开公司抬头'])('is a yes in "%s"', (text) => {
    expect(readSlot(OPENED, says(text), slotWorld(), true)?.value).toBe('yes')
  })

  it.each(['要是拆了还能退吗', '要不算了', '要么换一个'])('is none in "%s"', (text) => {
    expect(readSlot(OPENED, says(text), slotWorld(), true)).toBeUndefined()
  })

  it('is heard only in answer to its question, and not in anything else', () => {
    expect(readSlot(OPENED, says('是的'), slotWorld(), false)).toBeUndefined()
    expect(readSlot(OPENED, says('裙子'), slotWorld(), true)).toBeUndefined()
  })
})

describe('a free text', () => {
  it('is taken as it is, only where it was asked for', () => {
    expect(readSlot(NOTE, says(' 袖口开线了 '), slotWorld(), true)).toEqual({ value: '袖口开线了', text: '袖口开线了' })
    expect(readSlot(NOTE, says('袖口开线了'), slotWorld(), false)).toBeUndefined()
  })

  it('says something, and not everything', () => {
    expect(readSlot(NOTE, says('嗯'), slotWorld(), true)).toBeUndefined()
    expect(readSlot(NOTE, says('长'.repeat(900)), slotWorld(), true)?.value).toHaveLength(500)
  })
})

describe('pictures', () => {
  it('are counted, and kept by their addresses', () => {
    const heard = says('', { pictures: ['/uploads/a.png', '/uploads/b.png'] })

    expect(readSlot(PHOTO, heard, slotWorld(), false)).toEqual({
      value: '/uploads/a.png /uploads/b.png',
      text: '2 张',
    })
    expect(readSlot(PHOTO, says('照片'), slotWorld(), true)).toBeUndefined()
  })
})

describe('a wish', () => {
  const world = slotWorld({ products: new Map([['dress', product('dress', { tags: ['通勤'] })]]) })
  const WISH = slot('wish', 'wish')

  it('is what names a word of the catalogue or a budget', () => {
    expect(readSlot(WISH, says('通勤穿的'), world, false)?.value).toBe('通勤穿的')
    expect(readSlot(WISH, says('200 以内'), world, false)?.value).toBe('200 以内')
    expect(readSlot(WISH, says('随便'), world, false)).toBeUndefined()
  })

  it('is whatever is answered where it was asked for', () => {
    expect(readSlot(WISH, says('随便'), world, true)?.value).toBe('随便')
  })
})
