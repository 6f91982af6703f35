import { describe, expect, it } from 'vitest'
import { createFuzzySearch } from '../../web-console/state/fuzzy-search.ts'

interface Title {
  readonly zh: string
  readonly en: string
}

const TITLES: readonly Title[] = [
  { zh: '申请退款', en: 'Request a refund' },
  { zh: '退款进度', en: 'Refund status' },
  { zh: '退货政策', en: 'Return policy' },
  { zh: '发货时间', en: 'When will it ship' },
  { zh: '修改地址', en: 'Change address' },
  { zh: '玻璃养生壶', en: 'Glass health kettle' },
  { zh: '桌面加湿器', en: 'Desktop humidifier' },
  { zh: '男士牛津纺衬衫', en: "Men's Oxford shirt" },
  { zh: '纯棉基础T恤', en: 'Everyday cotton T-shirt' },
  { zh: '订单 1001', en: 'Order 1001' },
]

const search = createFuzzySearch(TITLES, ({ zh, en }) => [zh, en])
const found = (query: string) => search(query).map(({ zh }) => zh)

describe('the fuzzy search', () => {
  it('gives everything in its order while nothing is typed', () => {
    expect(search('')).toEqual(TITLES)
    expect(search('  ')).toEqual(TITLES)
  })

  it.each([
    ['退款近度', '退款进度'],
    ['发货时问', '发货时间'],
    ['养生胡', '玻璃养生壶'],
    ['ketle', '玻璃养生壶'],
    ['humidifer', '桌面加湿器'],
    ['humidofier', '桌面加湿器'],
    ['ketlte', '玻璃养生壶'],
  ])('forgives the typo in %s', (typed, meant) => {
    expect(found(typed)).toEqual([meant])
  })

  it.each([
    ['养壶', '玻璃养生壶'],
    ['发时', '发货时间'],
    ['humid', '桌面加湿器'],
    ['tshirt', '纯棉基础T恤'],
  ])('finds %s, which lacks characters', (typed, meant) => {
    expect(found(typed)[0]).toBe(meant)
  })

  it.each([
    ['时间发货', '发货时间'],
    ['加湿器 桌面', '桌面加湿器'],
    ['status refund', '退款进度'],
    ['kettle 玻璃', '玻璃养生壶'],
  ])('does not mind the order of %s', (typed, meant) => {
    expect(found(typed)).toEqual([meant])
  })

  it('finds a title by either of its languages, in any case and width', () => {
    expect(found('kettle')).toEqual(['玻璃养生壶'])
    expect(found('养生壶')).toEqual(['玻璃养生壶'])
    expect(found('ＫＥＴＴＬＥ')).toEqual(['玻璃养生壶'])
    expect(found('t恤')).toEqual(['纯棉基础T恤'])
  })

  it('puts the same before what starts so, that before what contains it, and typos last', () => {
    const names = ['申请退款', '退款进度', '货退政策', '退货政策', '退货']
    const byName = createFuzzySearch(names, (name) => [name])

    expect(byName('退款')).toEqual(['退款进度', '申请退款'])
    expect(byName('退货')).toEqual(['退货', '退货政策', '货退政策'])
    expect(byName('退货政测')).toEqual(['退货政策'])
  })

  it('puts the start of a word before its middle, and keeps the given order among equals', () => {
    expect(found('refund')).toEqual(['退款进度', '申请退款'])
    expect(found('re')).toEqual(['申请退款', '退款进度', '退货政策', '修改地址'])
  })

  it.each(['香蕉地球', '你好吗', 'fhsj', 'zxqwv', 'orange', 'desert', 'test', 'refund banana', '！？', '1002'])(
    'finds nothing for %s',
    (nonsense) => {
      expect(found(nonsense)).toEqual([])
    },
  )

  it('takes whatever is pasted, however long or odd', () => {
    expect(found('退款'.repeat(2000))).toEqual(['申请退款', '退款进度'])
    expect(found('kettle '.repeat(500))).toEqual(['玻璃养生壶'])
    expect(found('x'.repeat(5000))).toEqual([])
    expect(found('.*(')).toEqual([])
    expect(createFuzzySearch([], () => [])('退款')).toEqual([])
    expect(createFuzzySearch(['nameless'], () => [])('退款')).toEqual([])
  })
})
