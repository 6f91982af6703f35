import { describe, expect, it } from 'vitest'
import { findForbidden, maskForbidden } from '../../src/domain/forbidden.ts'
import type { ForbiddenWords } from '../../src/domain/knowledge.ts'

const LISTS: readonly ForbiddenWords[] = [
  { words: ['加微信', '100%有效', 'idiot', 'no. 1 brand'], action: 'block', why: '不行' },
  { words: ['爱买不买', 'moron', '爱买'], action: 'mask', why: '不好听' },
  { words: ['保证明天到'], action: 'warn', why: '别打包票' },
]
const words = (text: string) => findForbidden(text, LISTS).map(({ word }) => word)
const mask = (text: string) => maskForbidden(text, findForbidden(text, LISTS))

describe('a forbidden word', () => {
  it.each([
    ['您加微信吧', ['加微信']],
    ['这个100%有效的', ['100%有效']],
    ['You IDIOT!', ['idiot']],
    ['the No. 1 Brand', ['no. 1 brand']],
    ['加微信，保证明天到', ['加微信', '保证明天到']],
  ])('is found in "%s"', (text, found) => {
    expect(words(text)).toEqual(found)
  })

  it.each(['加个好友', '可以加。微信公众号是', 'idiotic', 'oxymoron', '1000%有效', 'no.1brands', ''])(
    'is not in "%s"',
    (text) => {
      expect(words(text)).toEqual([])
    },
  )

  it.each(['加 微 信', '加　微信', '加\u200b微信', 'ＩＤＩＯＴ'])(
    'is found though it is written so as not to be: %s',
    (text) => {
      expect(words(text)).toHaveLength(1)
    },
  )

  it('is told with what is to be done, and why', () => {
    expect(findForbidden('保证明天到', LISTS)).toEqual([{ word: '保证明天到', action: 'warn', why: '别打包票' }])
  })
})

describe('a masked word', () => {
  it('is covered, sign by sign, wherever it stands', () => {
    expect(mask('爱买不买，爱买不买')).toBe('＊＊＊＊，＊＊＊＊')
    expect(mask('Moron. Not an oxymoron')).toBe('＊＊＊＊＊. Not an oxymoron')
  })

  it('is covered also where it was written so as not to be found', () => {
    expect(mask('爱 买 不 买 啊')).toBe('＊＊＊＊＊＊＊ 啊')
  })

  it('leaves alone what is only blocked or warned of', () => {
    expect(mask('加微信，保证明天到')).toBe('加微信，保证明天到')
  })
})
