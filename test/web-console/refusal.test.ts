import { describe, expect, it } from 'vitest'
import { refusalText } from '../../web-console/net/refusal.ts'
import { en } from '../../web-console/texts/en.ts'
import { zh } from '../../web-console/texts/zh.ts'

const why = { zh: '请留在店铺里沟通', en: 'Stay in the shop' }
const refused = { code: 'words_forbidden', message: 'The message holds words: …' }

describe('the text of a refusal', () => {
  it("names the words that may not be said, with the owner's reason, in the agent's language", () => {
    const words = [
      { word: '加微信', why },
      { word: '加qq', why },
    ]

    expect(refusalText(zh, { ...refused, words })).toBe('「加微信」「加qq」不能对顾客说：请留在店铺里沟通')
    expect(refusalText(en, { ...refused, words })).toBe(
      '“加微信”, “加qq” may not be said to customers: Stay in the shop',
    )
  })

  it('gives each reason its own words', () => {
    const words = [
      { word: '加微信', why },
      { word: '最低价', why: '最低价无法保证' },
    ]

    expect(refusalText(zh, { ...refused, words })).toBe(
      '「加微信」不能对顾客说：请留在店铺里沟通 「最低价」不能对顾客说：最低价无法保证',
    )
  })

  it("falls back to the console's own words, then to the server's", () => {
    expect(refusalText(zh, refused)).toBe('这句话里有店铺不允许说的词，换个说法再发')
    expect(refusalText(en, { code: 'unheard_of', message: 'Something new.' })).toBe('Something new.')
  })
})
