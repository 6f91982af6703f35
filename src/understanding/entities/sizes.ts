import { type Found, findAll, RANK } from './found.ts'

const MAY_NAME_LETTERS = /(?<![a-z0-9'])(?:[2-6]?x{1,5}l|x{0,3}s|[ml]|sizes?|small|medium|large|x-|extra)(?![a-z0-9'])/
const LETTERS = /(?<![a-z0-9'])(?:[2-6]xl|x{1,5}l|x{1,3}s)(?![a-z0-9])/g
/** One letter alone counts only where a size is spoken of. */
const ONE_LETTER_ZH =
  /(?<=[穿要买拍换成选拿有是给到和跟或比发、/码号]\s?|[拍买穿要选发订写]的\s?|还是\s?|尺寸\s?)(?<![a-z0-9'.]\s?)[sml](?![a-z0-9'&.])(?!\s?(?:型|形|级|钩|豆|家|巾|牌|妈|曲线))|(?<![a-z0-9'.&+]\s?)[sml](?![a-z0-9'])(?=\s?(?:码|号|和|跟|还是|或|够|合适|合身|偏|会不?会?[大小紧]|能穿|穿|有货|有吗|没货|可以吗|行吗|换|、|\/))/g
const ONE_LETTER_EN =
  /(?<=\b(?:size|sizes|in|an|wear|wearing|take|usually|(?:[sml]|x{1,3}l|size [sml]) ?(?:or|to|\/)) ?)(?<![a-z0-9'])[sml](?![a-z0-9'&.])|(?<![a-z0-9'])[sml](?= (?:size|or (?:[sml]|x{1,3}l)\b))/g
const SIZE_WORD =
  /\bsizes? (?:(extra )?(small|medium|large))\b|\b(extra |x-)(small|large)\b|\b(small|medium|large)(?= size)|\b(small|medium)(?= or (?:medium|large)\b|,? in stock)|(?<=\b(?:small|medium) or )(medium|large)\b|(?<=\b(?:a|the|an) )(medium)(?= (?:fit|please|or|and|in|be)\b|$|[?.,!])|(?<=\bin )(?:small|medium|large)(?=$|[?.,!]| (?:please|size))/g
const ONE_SIZE = /均码|(?<!\w)(?:one|free)[ -]size(?: fits all)?(?!\w| (?:up|down|bigger|smaller|larger|too))/g
const ENLARGED = /加大(?=码|号|款|版|尺码)/g

const BODY_AND_CHEST = /(?<![\d/])1[0-9][05]\s?\/\s?\d{2,3}\s?[abcy](?![a-z0-9])/g
const NAMED_CHEST = /(?<![\d/])1[0-9][05]\/\d{2,3}(?=\s?(?:的?码|的?尺码|号型|这个码))/g
const CUP = /(?<![a-z0-9./])(?:6[05]|7[05]|8[05]|9[05]|100)(?:[abce]|dd?)(?![a-z0-9])/g
const CHILD = /(?<![\d.])((?:8|9|1[0-7])[05])\s?(?:cm|厘米)?(?:的)?码/g
const SHOE =
  /(?<![\d.])(3[4-9]|4[0-8])(\.5)?\s?(?:的?码|号(?!楼|院|店|线|门|仓|技师|客服|柜|桌|房|员|下午|上午|发|之?前))/g
const TROUSERS = /(?<![\d.])(2[4-9]|3[0-9]|4[0-9]|5[0-4])(\.5)?\s?码/g
/** Nothing else that a shopper speaks of ends in .5 between 34.5 and 47.5, unless a unit follows. */
const HALF = /(?<![\d.¥$€£])(3[4-9]|4[0-7])\.5(?![\d%‰°度元块斤公千克米分厘折寸毫a-z¥$.])/g
const WORN =
  /(?<=(?:穿|尺码|鞋码|脚|eu)(?:的是?|是|:)?\s?|(?:码|号|\b3\d|\b4\d)(?:还是|和|跟|或者?|、|\/)\s?)(3[4-9]|4[0-8])(\.5)?(?![\d.%°度元块斤公千克米分厘折寸天个件双岁kmc])/g
const FIRST_OF_TWO =
  /(?<![\d.¥$])(3[4-9]|4[0-8])(\.5)?(?=(?:还是|和|跟|或者?|、)\s?(?:3[4-9]|4[0-8])(?:\.5)?(?![\d.:%°度元块斤公千克米分厘折寸天个件双岁点kmc]))/g
const BRITISH =
  /(?<![a-z0-9])(uk|us) ?(\d{1,2})(\.5)?(?![\d.%a-z]| ?(?:days?|weeks?|hours?|dollars?|usd|working|business|pairs?|items?|more)\b)/g
const NAMED_EN =
  /(?<=\bsizes? ?:? ?(?:eu ?)?(?:\d{2}(?:\.5)? ?(?:or|to|and|-) ?)?)(?<![\d.])\d{1,2}(?:\.5)?(?![\d.%]|[a-z])/g

/** Sizes of clothes, shoes and children's wear. */
export function findSizes(text: string): Found[] {
  return [...findLetterSizes(text), ...(/\d/.test(text) ? findNumberSizes(text) : [])]
}

function sizes(text: string, pattern: RegExp, toValue: (match: RegExpExecArray) => string | undefined): Found[] {
  return findAll(text, pattern, RANK.size, (match) => {
    const value = toValue(match)
    return value === undefined ? undefined : { kind: 'size', value }
  })
}

function findLetterSizes(text: string): Found[] {
  const found = /均码|加大/.test(text)
    ? [...sizes(text, ONE_SIZE, () => '均码'), ...sizes(text, ENLARGED, () => '加大')]
    : []
  if (!MAY_NAME_LETTERS.test(text)) return found

  return [
    ...found,
    ...sizes(text, LETTERS, ([size]) => toLetters(size)),
    ...sizes(text, ONE_LETTER_ZH, ([size]) => size.toUpperCase()),
    ...sizes(text, ONE_LETTER_EN, ([size]) => size.toUpperCase()),
    ...sizes(text, ONE_SIZE, () => '均码'),
    ...sizes(text, SIZE_WORD, ([words]) => {
      const letter = /small|medium|large/.exec(words)?.[0].charAt(0).toUpperCase() ?? ''
      return /extra|x-/.test(words) ? `X${letter}` : letter
    }),
  ]
}

/** XXL and 2XL are the same size, written as the tables of the trade do: from the second X on, they count. */
function toLetters(size: string): string {
  const [, extras = '', end = ''] = /^(x*)([sl])$/.exec(size) ?? []
  return extras.length > 1 ? `${extras.length}X${end.toUpperCase()}` : size.toUpperCase()
}

function findNumberSizes(text: string): Found[] {
  const written = ([, whole = '', half = '']: RegExpExecArray) => whole + half
  return [
    ...sizes(text, BODY_AND_CHEST, ([size]) => size.replace(/\s/g, '').toUpperCase()),
    ...sizes(text, NAMED_CHEST, ([size]) => size),
    ...sizes(text, CUP, ([size]) => size.toUpperCase()),
    ...sizes(text, CHILD, ([, cm = '']) => `${cm}cm`),
    ...sizes(text, SHOE, written),
    ...sizes(text, TROUSERS, written),
    ...sizes(text, HALF, ([size]) => size),
    ...sizes(text, WORN, written),
    ...sizes(text, FIRST_OF_TWO, written),
    ...sizes(text, NAMED_EN, ([size]) => size),
    ...findForeignSizes(text),
  ]
}

/** "us" is a pronoun too: "us 8" counts where a size is spoken of, or with its half. */
function findForeignSizes(text: string): Found[] {
  return sizes(text, BRITISH, ([whole, country = '', size = '', half = '']) => {
    if (Number(size) > 20) return undefined
    const isPlain = country === 'uk' || half !== '' || !whole.includes(' ')
    const isNamed = /(?:size|码|shoe|wear|women|men|^us|[(/,，] ?us)/.test(text)
    return isPlain || isNamed ? `${country.toUpperCase()} ${size}${half}` : undefined
  })
}
