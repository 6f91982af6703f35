import { listColorNames, SINGLE_COLORS } from './color-names.ts'
import { type Found, findAll, RANK } from './found.ts'
import { createPhrasebook, type Phrasebook } from './phrasebook.ts'

/** What a colour's word means together with what follows: 绿色通道, black friday, gold member. */
const NOT_A_COLOR =
  /^(?:(?:红色|橙色|黄色|蓝色)(?:预警|警报)|绿色(?:通道|环保|食品|健康|有机|包装|出行|无|生活|产品)|黑色(?:星期|幽默|产业)|白色(?:情人|垃圾|恐怖)|米白(?:酒|醋)|卡其裤|卡其布|black (?:friday|market|tea|list|mail|coffee)|green (?:tea|card|channel|light)|white (?:tea|lie|house|collar|noise|rice|paper|list)|red (?:tea|flag|packets?|envelopes?|cross|tape|wine|dress code|eye)|orange juice|(?:gold|golden|silver) (?:member|card|vip|tier|plat|status|week|rule|filled|jewel)|blue (?:tooth|moon|monday)|yellow pages|olive oil|pink slip|lavender (?:oil|scent|fragrance|tea)|ivory coast|brown (?:rice|sugar|paper))/

const SINGLE = Object.keys(SINGLE_COLORS).join('')
const ANY_SINGLE = new RegExp(`[${SINGLE}]`)
/** 明白的, 奶粉的, 网红的, 石灰的 … end in a colour by accident. */
const NO_ACCIDENT = '(?<![黑明空坦苍清告洁花旁表雪平漂美奶面米藕蛋洗衣散珠脂腻网分走当爆石骨水抹骂火蛋泛鹅大小扫])'
const BARE = new RegExp(`${NO_ACCIDENT}[${SINGLE}](?=的(?!确|时候|话)|款(?!待|项))`, 'g')
const GARMENT = new RegExp(
  `${NO_ACCIDENT}[${SINGLE}](?=衬衫|衬衣|裙|裤|鞋(?!柜)|衣服|t恤|t(?![a-z])|外套|毛衣|开衫|卫衣|帽子|袜|围巾)`,
  'g',
)
const PAIR = new RegExp(
  `${NO_ACCIDENT}([${SINGLE}])(?=(?:和|跟|还是|或者?|、|\\/|换成?)[${SINGLE}](?![\\p{Script=Han}])|(?:和|跟|还是|或者?|、|\\/|换成?)[${SINGLE}](?:的|色|哪|好|都|款|行|可))|(?<=${NO_ACCIDENT}[${SINGLE}](?:和|跟|还是|或者?|、|\\/|换成?))[${SINGLE}](?![\\p{Script=Han}]|$)|(?<=${NO_ACCIDENT}[${SINGLE}](?:和|跟|还是|或者?|、|\\/|换成?))[${SINGLE}](?=的|色|哪|好|都|款|行|可|$)`,
  'gu',
)
/** "in cream", "the cream one": on its own it is something to rub in. */
const CREAM = /\bcream(?= (?:one|ones|colou?red)\b)|(?<=\b(?:in|colou?r:?) )cream\b(?! cheese)/g

/** Colours by their basic English name. */
/** A face, a screen or a sky has a colour that nobody orders, and what cannot be chosen is shown in grey. */
const NOT_GOODS = /\b(?:face|skin|screen|finger|sky|eyes?|bottom|dripping|teeth)\b[^,.?!]{0,20}$/
const DISABLED = /按钮|选不|点不|点进|页面显示|优惠[券卷]/
const TIER = /\b(?:levels?|tiers?|upgrade|members?|membership|status|rank|points|dropped|what changes|reach)\b/

export function createColorFinder(): (text: string) => Found[] {
  const book = createPhrasebook(listColorNames())
  return (text) => findColors(book, text)
}

function findColors(book: Phrasebook<string>, text: string): Found[] {
  return [...findNames(book, text), ...findSingles(text), ...findCream(text)]
}

function findNames(book: Phrasebook<string>, text: string): Found[] {
  return book
    .find(text)
    .flatMap(({ start, end, value }) =>
      isIdiom(text, start, value) ? [] : [{ start, end, rank: RANK.color, meaning: { kind: 'color', value } as const }],
    )
}

function isIdiom(text: string, start: number, color: string): boolean {
  if (NOT_A_COLOR.test(text.slice(start, start + 24))) return true
  if (color === 'grey') return DISABLED.test(text)
  if (color === 'gold' || color === 'silver') return TIER.test(text)
  return /[a-z]/.test(text.charAt(start)) && NOT_GOODS.test(text.slice(0, start))
}

function findSingles(text: string): Found[] {
  if (!ANY_SINGLE.test(text)) return []
  return [BARE, GARMENT, PAIR].flatMap((pattern) =>
    findAll(text, pattern, RANK.color, ([char]) => {
      const value = SINGLE_COLORS[char]
      return value === undefined || (value === 'grey' && DISABLED.test(text)) ? undefined : { kind: 'color', value }
    }),
  )
}

function findCream(text: string): Found[] {
  if (!text.includes('cream')) return []
  return findAll(text, CREAM, RANK.color, () => ({ kind: 'color', value: 'off-white' }))
}
