import { describe, expect, it } from 'vitest'
import { toPieces, toSafeUrl } from '../../web-widget/core/rich-text.ts'

const linksOf = (text: string) => toPieces(text).flatMap(({ href }) => href ?? [])

describe('rich text', () => {
  it.each([
    ['看 https://a.cn/x?y=1&z=2。谢谢', 'https://a.cn/x?y=1&z=2'],
    ['（https://a.cn/帮助）', 'https://a.cn/'],
    ['see http://a.com/b, then', 'http://a.com/b'],
    ['(https://a.com/b)', 'https://a.com/b'],
    ['https://a.com/wiki/A_(b).', 'https://a.com/wiki/A_(b)'],
    ['a<b>https://a.com</b>', 'https://a.com/'],
  ])('finds the address in %s', (text, href) => {
    expect(linksOf(text)).toEqual([href])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.com', 'https://', 'http:///x', 'www.a.com'])(
    'makes no link of %s',
    (text) => {
      expect(linksOf(text)).toEqual([])
    },
  )

  it('loses no character of the text', () => {
    const text = '<img src=x onerror=alert(1)>\n第二行 https://a.cn/1 和 https://b.cn/2！'

    expect(
      toPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('lets only http and https through', () => {
    expect(toSafeUrl('/p/1', 'https://shop.cn/a')).toBe('https://shop.cn/p/1')
    expect(toSafeUrl('//cdn.cn/a.png', 'https://shop.cn')).toBe('https://cdn.cn/a.png')
    expect(toSafeUrl(' javascript:alert(1)', 'https://shop.cn')).toBeUndefined()
    expect(toSafeUrl('data:image/svg+xml,x', 'https://shop.cn')).toBeUndefined()
  })
})
