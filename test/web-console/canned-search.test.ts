import { match } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import type { CannedReplyView } from '../../src/protocol/composing.ts'
import { createCannedSearch, type MatchPinyin } from '../../web-console/state/canned-search.ts'

function reply(code: string, title: string, text: string, folder = ''): CannedReplyView {
  return {
    id: code,
    scope: 'team',
    folder,
    code,
    title,
    messages: [{ kind: 'text', text: { zh: text } }],
    updatedAt: 1,
  }
}

const REPLIES = [
  reply('tk', '退款规则', '签收七天内可以退', '售后'),
  reply('th', '退货地址', '请寄到杭州仓', '售后'),
  reply('cm', '尺码表', '发您一张量尺寸的图', '售前'),
  reply('by', '包邮和运费', '满 79 元包邮', '售前'),
  reply('hello', 'Greeting', 'Hi, I have read what you told us'),
]
const matchPinyin: MatchPinyin = (text, letters) => match(text, letters, { precision: 'start', continuous: true })
const search = createCannedSearch(REPLIES, matchPinyin)
const found = (query: string) => search(query).map(({ code }) => code)

describe('the search for canned replies', () => {
  it.each([
    ['tkgz', 'tk'],
    ['tuikuan', 'tk'],
    ['tuikuangz', 'tk'],
    ['tuihuo', 'th'],
    ['TKGZ', 'tk'],
    ['cmb', 'cm'],
    ['guize', 'tk'],
    ['退款', 'tk'],
    ['退款规折', 'tk'],
    ['尺码', 'cm'],
    ['greet', 'hello'],
    ['量尺寸', 'cm'],
    ['79', 'by'],
  ])('finds by %s', (query, code) => {
    expect(found(query)[0]).toBe(code)
  })

  it('puts a code before everything else, and gives all for nothing', () => {
    expect(found('th')[0]).toBe('th')
    expect(found('')).toEqual(REPLIES.map(({ code }) => code))
    expect(found('t').slice(0, 2)).toEqual(['tk', 'th'])
  })

  it('finds a folder, and nothing for nonsense', () => {
    expect(found('售后')).toEqual(['tk', 'th'])
    expect(found('shouhou')).toEqual(['tk', 'th'])
    expect(found('zzqx')).toEqual([])
  })

  it('works without pinyin until that has come', () => {
    const plain = createCannedSearch(REPLIES, undefined)

    expect(plain('tkgz')).toEqual([])
    expect(plain('退款').map(({ code }) => code)).toEqual(['tk'])
  })
})
