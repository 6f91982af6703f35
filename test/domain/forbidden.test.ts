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

  it.each([
    ...[
      '加 微 信',
      '加　微信',
      '加\u200b微信',
      'ＩＤＩＯＴ',
      '加\u2060微\ufeff信',
      '加\u00ad微信',
      '加\u202e微信',
      '加\ufe0f微信',
    ],
    ...[
      '加\n微\t信',
      '⼀ⅰⅮⅈot'.slice(1),
      '𝐢𝐝𝐢𝐨𝐭',
      'ⓘⓓⓘⓞⓣ',
      'i\u0301d\u0308iot',
      'ídïôt',
      '加\u{e0041}微信',
      '１００％有效',
      '㋀ no.　１ brand',
    ],
  ])('is found though it is written so as not to be: %s', (text) => {
    expect(words(text)).toHaveLength(1)
  })

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

  it('is covered with the rest left as it was, whatever it was written in', () => {
    expect(mask('👍爱\u200b买ｍｏｒｏｎ ①')).toBe('👍＊＊＊＊＊＊＊＊ ①')
    expect(mask('𝐦𝐨𝐫𝐨𝐧!')).toBe('＊＊＊＊＊!')
  })

  it('leaves alone what is only blocked or warned of', () => {
    expect(mask('加微信，保证明天到')).toBe('加微信，保证明天到')
  })
})

it('looks through a long text in no more than its length, however it is made', () => {
  const lists = [
    { words: ['加 微 信', 'a a a a a b', '((((((((', '买买买买买买买买卖'], action: 'block', why: '不行' },
  ] as const
  const texts = ['加 '.repeat(1000), 'a '.repeat(1000), '('.repeat(2000), '买'.repeat(2000), `加${' '.repeat(2000)}`]

  for (const text of texts) expect(findForbidden(text, lists).length).toBeLessThan(3)
})
