import type { Address } from '../../domain/commerce.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { type Chance, createChance } from './chance.ts'
import { drawPlace, drawStreet, ESTATES, type Place } from './places.ts'

/** Somebody who buys here: what stays the same from order to order. */
export interface Person {
  /** The shop's own id of the customer. */
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly email?: string
  readonly locale: Locale
  readonly gender: Gender
  readonly place: Place
  readonly estate: string
  readonly address: Address
  /** On the ladder from S (0) to 3XL. */
  readonly letter: number
  readonly shoe: number
  /** In inches. */
  readonly waist: number
  /** How many orders there are of the two years, and between which days ago. */
  readonly past: { readonly orders: number; readonly from: number; readonly until: number }
}

export type Gender = 'f' | 'm'

/** What a person is before the rest is drawn. */
export interface Sketch {
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly gender: Gender
  readonly locale: Locale
  readonly place: Place
  readonly past: Person['past']
  readonly email?: string
  readonly estate?: string
  /** From slight (0) to large (1): sizes go by it. */
  readonly build?: number
}

const PEOPLE = 150
/** Share, fewest and most orders: few come very often, many once or twice. */
const LOYALTY = [
  { share: 0.05, orders: [14, 20] },
  { share: 0.15, orders: [7, 11] },
  { share: 0.45, orders: [3, 5] },
  { share: 0.35, orders: [1, 2] },
] as const

const SURNAMES =
  '王王李李张张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const GIVEN: Readonly<Record<Gender, string>> = {
  f: '雨桐 静怡 欣然 思雨 佳琪 晓彤 梦瑶 婉清 诗涵 雅琴 丽娟 秀英 淑芬 美玲 倩 敏 婷婷 慧 佳慧 一诺 可馨 若曦 语嫣 悦 晨曦 子涵 嘉怡 芷若 念慈 沐瑶 海燕 春梅 文静 亚男 琳 洁 莹 薇 颖 晓燕',
  m: '浩然 子轩 宇航 志强 建国 俊杰 明哲 博文 磊 伟 强 鹏 文博 家豪 天宇 致远 立诚 国栋 海涛 凯 睿 昊天 子墨 承泽 一鸣 晨 旭东 振华 永康 思远',
}
const FOREIGNERS = [
  { name: 'Daniel Carter', gender: 'm' },
  { name: 'Sophie Martin', gender: 'f' },
  { name: 'Priya Nair', gender: 'f' },
  { name: 'Lucas Meyer', gender: 'm' },
] as const

/** Segments of eleven digits that no carrier hands out, so that a made-up number rings nobody's phone. */
const SEGMENTS = ['154', '160', '161', '163', '164', '168', '169'] as const

/** The customers who have no story of their own. */
export function drawPeople(): readonly Person[] {
  const chance = createChance('people')
  const names = new Set<string>()
  return Array.from({ length: PEOPLE }, (_, at) => {
    const key = `xm${10_001 + at}`
    const foreigner = FOREIGNERS[(at - 20) / 30]
    const gender = foreigner?.gender ?? (chance.happens(0.66) ? 'f' : 'm')
    const name = foreigner?.name ?? drawName(chance, gender, names)
    return toPerson({
      key,
      name,
      gender,
      phone: chance.pick(SEGMENTS) + String(chance.int(10_000_000, 99_999_999)),
      locale: foreigner ? 'en' : 'zh',
      place: drawPlace(chance),
      past: drawPast(chance, at),
      ...(foreigner && { email: `${name.toLowerCase().replace(' ', '.')}@example.com` }),
    })
  })
}

export function toPerson(sketch: Sketch): Person {
  const chance = createChance(`person ${sketch.key}`)
  const { name, phone, place, gender } = sketch
  const { estate = chance.pick(ESTATES), build = (chance.next() + chance.next() + chance.next()) / 3 } = sketch
  const region = place.region + chance.pick(place.districts)
  return {
    ...sketch,
    estate,
    address: { recipient: name, phone, region, street: drawStreet(chance, estate) },
    letter: Math.round(build * 3) + (gender === 'm' ? 1 : 0),
    shoe: (gender === 'm' ? 40 : 36) + Math.round(build * 3),
    waist: (gender === 'm' ? 30 : 25) + 2 * Math.round(build * 3),
  }
}

function drawName(chance: Chance, gender: Gender, taken: Set<string>): string {
  const given = GIVEN[gender].split(' ')
  for (;;) {
    const name = `${SURNAMES[chance.int(0, SURNAMES.length - 1)]}${given[chance.int(0, given.length - 1)]}`
    if (taken.has(name)) continue

    taken.add(name)
    return name
  }
}

/** The shares are kept to exactly, not left to chance. A third of the less loyal have stayed away for half a year and more. */
function drawPast(chance: Chance, at: number): Person['past'] {
  let left = ((at * 37) % PEOPLE) / PEOPLE
  const kind = LOYALTY.find(({ share }) => {
    left -= share
    return left < 0
  })
  const [fewest, most] = kind?.orders ?? [1, 2]
  const orders = chance.int(fewest, most)
  const isAway = fewest < 7 && chance.happens(0.33)
  const until = isAway ? chance.int(180, 420) : 1
  const from =
    fewest < 7 ? chance.int(until + 20 + 40 * orders, Math.max(until + 60 * orders, 725)) : chance.int(480, 725)
  return { orders, from: Math.min(from, 725), until }
}
