import { HAN_NUMBER, parseNumber } from '../text/chinese-number.ts'
import { type Found, findAll, RANK } from './found.ts'

/** 件套, 包装 and 双十一 are no measures; 三包 is a guarantee. */
const MEASURED = new RegExp(
  `(?<![\\d.第每几十百千万头另他她同最后其中某任唯\\-~:/一])(\\d{1,4}\\s?|${HAN_NUMBER})(件(?!套|衣服的?长|事|头)|双(?!十|1|眼|手|重|面)|个|盒(?!子)|瓶|条(?!件|码|形|街|龙|消息|评|信息|记录)|套(?!路|餐|房|说)|只(?!能|要|有|是|想|发|退|收|差|剩|好|会|用|给|可|买|够|支持)|罐|包(?!装|邮|裹|赔|退|换|括|含|税)|袋(?!子)|支(?!架|持|付|撑)|箱(?!子)|把|台(?!风|湾|词)|份(?!钱|证|的|额|工|之)|顶|副|对(?!不|方|象|吗|比|应|于|一|着|我|你|账)|提(?!前|现|供|货|醒|示|交)|盆|本(?!来|人|身|月|周|店)|桶)`,
  'g',
)
/** What follows 个 here is not counted goods. */
const NOT_GOODS =
  /^(?:多|半|来)?\s?(?:月|星期|礼拜|周(?!边)|小时|钟|工作日|季|年|人|问题|地方|字|方面|意思|说法|解释|办法|号|电话|订单|单子?|快递|包裹|物流|地址|账号|颜色|色|码|尺[码寸]|链接|优惠|券|红包|活动|客服|朋友|同事|孩子|宝宝|儿子|女儿|星|差评|好评|亿|点|步骤|选项|牌子|评价|邮箱|平台|软件|老人|家|群|投诉|消息|回复|答复|机会|头|劲|赞|忙|晚上|早上|下午|上午|版本|区别|系列|款|型号|图|视频|照片|城市|省|价|东西|短信|扣款|说明|新?(?:收[件货]|备用)|[一二两三四五六七八九十百千]+人)/
/** 一个 and its like are mostly no more than "a": they count after a word of buying or lacking. */
const IDIOMATIC = /^一\s?[个把条套份台对提本顶]/
const BUYING = /(?:买|拍|订|要|退|换|加|漏|缺|少|囤|送|再来|收到|只有|就|剩|坏|破|碎)了?(?:我|您|你们?)?$/
const GUARANTEE = /^三\s?包/

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  'a dozen': 12,
  'a couple of': 2,
  a: 1,
}
const ENGLISH =
  /(?<!\bin )(?<![\w.$£€¥#-])(\d{1,4}|a dozen|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a(?= pair of)) (pairs?(?! up)|pieces?|pcs|items?|boxes|box|bottles?|packs?|sets?|units?|tubes?|cans?(?! (?:i|you|we|be|not)\b)|bags?|copies)\b/g
const OF_THEM = /\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d\d) of (?:them|these|those)\b/g
const TIMES =
  /(?<=\p{Script=Han}\s?|[a-z] |^)(?:[x*×]\s?([1-9]\d?))(?![\d.xa-z*×])|(?<![\w.*×])([1-9]\d?)\s?[x×](?= [a-z])/gu
const NAMED = /(?<=(?:数量|qty|quantity)(?:是|为|:|：|\s|of){0,3})(\d{1,4})(?![\d.a-z])/g

/** Counted goods: 两件, 三双, 2 pairs. */
export function findQuantities(text: string): Found[] {
  return [
    ...findAll(text, MEASURED, RANK.quantity, (match) => measured(text, match)),
    ...(/pair|piece|pcs|item|box|bottle|pack|set|unit|tube|can|bag|copies| of the/.test(text) ? findEnglish(text) : []),
    ...(/[x*×]\s?\d|\d\s?[x×]/.test(text)
      ? findAll(text, TIMES, RANK.quantity, ([, after, before]) => ({
          kind: 'quantity',
          count: Number(after ?? before),
        }))
      : []),
    ...(/数量|qty|quantity/.test(text)
      ? findAll(text, NAMED, RANK.quantity, ([, count]) => ({ kind: 'quantity', count: Number(count) }))
      : []),
  ]
}

function measured(text: string, match: RegExpExecArray) {
  const [whole, number = '', unit = ''] = match
  const count = parseNumber(number.trim())
  if (count === undefined || count === 0 || GUARANTEE.test(whole)) return undefined

  const after = text.slice(match.index + whole.length)
  if (count === 1 && isLooseOne(text, match.index, whole, after)) return undefined
  if (unit === '个' && /^[黑白红蓝绿灰粉黄紫]色/.test(after)) return undefined
  if (NOT_GOODS.test(after) || /^(?:钟头|套)/.test(after)) return undefined
  if (IDIOMATIC.test(whole) && !BUYING.test(text.slice(Math.max(0, match.index - 8), match.index))) return undefined
  return { kind: 'quantity', count, unit } as const
}

/** "多少钱一件", "一盒几片", "一只大一只小": one of a kind, not one bought. */
function isLooseOne(text: string, start: number, whole: string, after: string): boolean {
  if (/^\s?的?(?:多少|几|代发|起|什么价|啥价|净含量|一[箱盒包])/.test(after)) return true
  if (/(?:钱|价|元|块|价位|另外|其中|最后)\s?$/.test(text.slice(Math.max(0, start - 3), start))) return true
  return text.indexOf(whole) !== text.lastIndexOf(whole)
}

function findEnglish(text: string): Found[] {
  const count = (number: string) => WORDS[number] ?? Number(number)
  return [
    ...findAll(text, ENGLISH, RANK.quantity, ([, number = '', unit = '']) => ({
      kind: 'quantity',
      count: count(number),
      unit,
    })),
    ...findAll(text, OF_THEM, RANK.quantity, ([, number = '']) => ({ kind: 'quantity', count: count(number) })),
  ]
}
