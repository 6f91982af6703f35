import { HAN_NUMBER, parseNumber } from '../text/chinese-number.ts'
import { type Found, findAll, type Meaning, RANK } from './found.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  yuan: 'CNY',
  kuai: 'CNY',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  美金: 'USD',
  刀: 'USD',
  dollar: 'USD',
  buck: 'USD',
  hk$: 'HKD',
  hkd: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  英镑: 'GBP',
  quid: 'GBP',
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,7}(?:\\.\\d{1,2})?'
const FIGURE = `(?:${DIGITS})[百千万]?|(?<![几数好])${HAN_NUMBER}`
const BEFORE = new RegExp(
  `(?<![a-z])(us\\$|hk\\$|[¥$€£]|(?:rmb|cny|usd|hkd|eur|gbp) ?)\\s?(${DIGITS})(?![\\d,]\\d)`,
  'g',
)
const AFTER = new RegExp(
  `(?<![\\d.a-z])(?<!\\d[-~])(${FIGURE})(?:多|来)?\\s?(元(?!旦|宵|素|气|件|祖|一次|方程)|人民币|美元|美金|刀(?!片|具|削)|港[币元]|欧元|英镑|(?:rmb|cny|usd|hkd|eur|gbp|yuan|kuai|quid)\\b|(dollar|buck|euro)s?\\b)`,
  'g',
)
/** 19块9, 三块五毛, 五块钱. 块 also counts pieces of soap and 一块 means together. */
const KUAI = new RegExp(
  `(?<![\\d.a-z])(?<!\\d[-~])(${FIGURE})(?:多|来)?\\s?块(?:(\\d|[一二三四五六七八九])毛?(?!\\d|[十百千个件天块])|(钱)|(?!香皂|肥皂|皂|布|地|手表|表|毛巾|巧克力|饼|肉|砖|屏|电池|儿|玉))`,
  'g',
)
const PIECES = /积木|拼图|皂|蛋糕|电池|瓷砖|地垫|拼不/
const MAO = /(?<![\d.a-z块])(\d|[一二两三四五六七八九])毛(?!一样|衣|巾|绒|线|毯|病|孔|呢|裤|领|边|球|孩)(?:钱)?/g
/** "付了268", "满300减50": a bare number after a word of paying. */
const PAID =
  /(?<=(?:付了?|花了?|卖|(?<!评)价格?(?:是|才|要)?|售价|原价|现价|标价|到手价?|实付|才?退了?|扣了?(?:我)?|便宜了?|差价|贵了|降到了?|涨到了?|降价到?|优惠了?|减免?了?|立减|满(?=\d{2,}\s?(?:减|元|送|打|包|-)))\s?)(\d{2,6}(?:\.\d{1,2})?|[一二两三四五六七八九]百(?:零?[一二三四五六七八九](?:十[一二三四五六七八九]?)?)?)(?![\d.\-~/%:]|[\s]?[件双个盒瓶条套只罐包袋支箱张天号日月年点分折斤码次年小时公kc倍单毫克gm字分一二两三四五六七八九十百千万])/g

/** Sums of money; what names no currency is counted in yuan. */
export function findMoney(text: string): Found[] {
  return [
    ...(/[¥$€£]|rmb|cny|usd|hkd|eur|gbp/.test(text) ? findSigned(text) : []),
    ...(/[元刀币金镑]|yuan|kuai|quid|dollar|buck|euro|rmb|cny|usd|hkd|eur|gbp/.test(text) ? findNamed(text) : []),
    ...(text.includes('块') ? findKuai(text) : []),
    ...(text.includes('毛')
      ? findAll(text, MAO, RANK.money, ([, mao = '']) => sum((parseNumber(mao) ?? 0) / 10, 'CNY'))
      : []),
    ...(/[付花卖价手退扣贵宜降涨惠减满]/.test(text)
      ? findAll(text, PAID, RANK.money, ([, amount = '']) => sum(parseNumber(amount), 'CNY'))
      : []),
  ]
}

function findSigned(text: string): Found[] {
  return findAll(text, BEFORE, RANK.money, ([, sign = '', amount = '']) => sum(parseNumber(amount), SIGNS[sign.trim()]))
}

function findNamed(text: string): Found[] {
  return findAll(text, AFTER, RANK.money, ([, amount = '', name = '', english]) =>
    /^[一二两三几]刀$/.test(amount + name) ? undefined : sum(parseNumber(amount), SIGNS[english ?? name]),
  )
}

function findKuai(text: string): Found[] {
  return findAll(text, KUAI, RANK.money, ([whole, amount = '', mao, named]) => {
    // 一块 alone means "together", and 两块 is as often pieces.
    if (/^[一两]\s?块$/.test(whole) && !mao && !named) return undefined
    if (!named && PIECES.test(text)) return undefined
    const yuan = parseNumber(amount)
    return yuan === undefined ? undefined : sum(yuan + (parseNumber(mao ?? '0') ?? 0) / 10, 'CNY')
  })
}

function sum(amount: number | undefined, currency: string | undefined): Meaning | undefined {
  if (amount === undefined || currency === undefined) return undefined
  return { kind: 'money', cents: Math.round(amount * 100), currency }
}
