import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/understanding/text/language.ts'
import { exactKey, normalise } from '../../src/understanding/text/normalise.ts'
import { toPieces } from '../../src/understanding/text/pieces.ts'

describe('normalise', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['甚麼時候發貨', '甚么时候发货'],
    ['什么时候发货🙏🏻❤️', '什么时候发货'],
    ['在吗？？？？！！！', '在吗?!'],
    ['sooooo slow!!!', 'soo slow!'],
    ['好好好好好', '好好'],
    ["I DON'T want it", 'i dont want it'],
    ['满300减50', '满300减50'],
    ['三天了还没发', '3天了还没发'],
    ['一百二十块能退吗', '120块能退吗'],
    ['两件一起寄', '2件一起寄'],
    ['十五个月大的宝宝', '15个月大的宝宝'],
    ['万一不合适一直拖着', '万一不合适一直拖着'],
    ['帮我看一下两三天能到吗', '帮我看一下两三天能到吗'],
    ['第一天', '第一天'],
    ['  ', ''],
  ])('turns %j into %j', (raw, plain) => {
    expect(normalise(raw)).toBe(plain)
  })

  it('keeps negation and question words', () => {
    expect(normalise('為什麼不能退')).toBe('为什么不能退')
  })

  it('cuts a text that is too long to be a question', () => {
    expect(normalise('长文'.repeat(5000)).length).toBeLessThanOrEqual(600)
  })

  it('gives the same exact key to texts that differ in marks only', () => {
    expect(exactKey(normalise('在吗？今天，能发吗！'))).toBe(exactKey(normalise('在吗 今天能发吗')))
  })
})

describe('detectLanguage', () => {
  it.each([
    ['这件衣服多少钱', 'zh'],
    ['iphone15 手机壳多少钱', 'zh'],
    ['where is my order', 'en'],
  ] as const)('hears %j as %s', (text, language) => {
    expect(detectLanguage(normalise(text), 'zh')).toBe(language)
  })

  it('falls back to the shopper’s language when there are no letters', () => {
    expect(detectLanguage('1234', 'en')).toBe('en')
  })
})

describe('toPieces', () => {
  it('splits at marks and at spaces between Han', () => {
    expect(toPieces(normalise('昨天买的蓝裙子 到现在没动静 今天能发吗'))).toEqual([
      '昨天买的蓝裙子',
      '到现在没动静',
      '今天能发吗',
    ])
  })

  it('leaves a short message and English words together', () => {
    expect(toPieces('今天 能发吗')).toEqual([])
    expect(toPieces('where is my order now')).toEqual([])
  })
})
