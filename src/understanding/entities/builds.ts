import { HAN_NUMBER, parseChineseNumber, parseNumber } from '../text/chinese-number.ts'
import { type Found, findAll, type Meaning, RANK } from './found.ts'

/** Beds, cables and hems are measured too: what follows or precedes says that no person is meant. */
const THING_AFTER =
  '(?!\\s?(?:的|宽|长|高的|深)?\\s?(?:床|线|长|宽|被|桌|杆|窗|布|绳|毯|远|深|沙发|柜|门|以内|外|x|\\*|×|cable|wide|long|deep|x))'
const THING_BEFORE =
  '(?<!(?:长|宽|胸|腰|臀|肩|脚|chest|waist|bust|hips?|shoulders?|foot|feet|围|深|径|厚|距|线|衣|裙|裤|袖|(?<!身|净|裸)高|length|width|cable|x|\\*|×)(?:度|是|约|为|有|:|：)?\\s?)(?<![\\d.])'

const METRES = new RegExp(
  `${THING_BEFORE}([12一两二])\\s?米\\s?(\\d{1,2}|[零〇一二三四五六七八九]{1,2}|[二三四五六七八九]十[一二三四五六七八九]?)(?:几|多)?(?!\\d|[十百千块元斤个件])${THING_AFTER}`,
  'g',
)
const DECIMAL_METRES = new RegExp(`${THING_BEFORE}([12]\\.\\d{1,2})\\s?(?:米|m(?![a-z²2\\d]))${THING_AFTER}`, 'g')
const CENTIMETRES = new RegExp(
  `${THING_BEFORE}(1\\d\\d|2[01]\\d)(?:\\.\\d)?\\s?(?:cm|厘米|公分)(?![a-z²])${THING_AFTER}`,
  'g',
)
const NAMED_HEIGHT =
  /(?<=(?:身高|净高|裸高|个子|个头|height)(?:大概|大约|差不多|是|有|才|就|只有|约|为|is|:|,|\s){0,4})(?:(1\d\d|[89]\d|20\d)|([12]\.\d{1,2})|([一二][零〇一二三四五六七八九]{2}))(?:\s?(?:cm|厘米|公分|米|m))?(?![\d.a-z斤元块])/g
const TALL = /(?<![\d.])(1[3-9]\d|20\d) ?(?:cm )?tall\b/g
const FEET =
  /(?<![\d.])([4-7])\s?(?:'\s?(\d{1,2}(?:\.5)?)\s?(?:"|''|in\b|inch(?:es)?\b)?|(?:ft\.?|feet|foot)\s?(\d{1,2}(?:\.5)?)\s?(?:"|''|in\b|inch(?:es)?\b)?(?![\d.]|\s?(?:cable|x))|(?:ft|feet|foot) (?=tall))/g

const WEIGHT = new RegExp(
  `(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,2})?|${HAN_NUMBER})(?:\\s?[-~到至]\\s?(\\d{1,3}(?:\\.\\d)?))?(?:多|几|来)?\\s?(斤|公斤|千克|kgs?\\b|kilos?\\b|kilograms?\\b|lbs?\\b|pounds\\b(?= |$|[,.?!]))(?!斤)`,
  'g',
)
const NAMED_WEIGHT = new RegExp(
  `(?<=(?:体重|净重\\s?我)(?:大概|大约|差不多|是|有|才|就|只有|约|为|:|,|\\s){0,4})(\\d{2,3}(?:\\.\\d)?|${HAN_NUMBER})(?:多|几|来)?(?![\\d.a-z斤公千元块%])`,
  'g',
)
/** "我180 140斤", "165/110 穿什么码": a height without a unit stands before a weight. */
const PAIR =
  /(?<![\d.a-z¥$/-])(1[3-9]\d|20\d)(?:\s?cm)?(?:\s?[,，、/]\s?|\s+|,?\s?体?重\s?|高\s?)(\d{2,3}(?:\.\d)?)(?:多)?\s?(斤|公斤|千克|kgs?\b|kilos?\b|lbs?\b)?(?![\d./abcy]|\s?[件个元块天cm])/g
/** What is sold by the metre. */
const THINGS = /床|被[子套]|四件套|窗帘|桌|地毯|凉席|沙发|柜|电源线|数据线|绳|竿/
const FIT = /穿|[码号]|身高|体重|多大|该[买拍拿选]|选哪|size|wear|fit/
/** "我172 穿什么码". */
const I_AM =
  /(?<=(?:我|本人|老公|老婆|儿子|女儿|妈妈?|爸爸?|男朋友|女朋友|\bi am|\bi'?m)(?:大概|是|有|才|就)?\s?)(1[4-9]\d)(?![\d.%a-z斤公元块天个件年/])/g

/** Heights and weights. */
export function findBuilds(text: string): Found[] {
  const speaksOfFit = FIT.test(text)
  return [
    ...(/\d|米|高/.test(text) ? findHeights(text) : []),
    ...(/斤|重|kg|千克|kilo|lb|pound/.test(text) ? findWeights(text) : []),
    ...(/1\d\d|20\d/.test(text) ? findPairs(text, speaksOfFit) : []),
    ...(speaksOfFit ? findAll(text, I_AM, RANK.build, ([, cm = '']) => height(Number(cm))) : []),
  ]
}

function findHeights(text: string): Found[] {
  return [
    ...(THINGS.test(text) ? [] : findMetres(text)),
    ...findAll(text, CENTIMETRES, RANK.build, ([, cm = '']) => height(Number(cm))),
    ...findAll(text, NAMED_HEIGHT, RANK.build, ([, cm, metres, han]) =>
      height(metres ? Number(metres) * 100 : Number(cm ?? parseChineseNumber(han ?? ''))),
    ),
    ...findAll(text, TALL, RANK.build, ([, cm = '']) => height(Number(cm))),
    ...findAll(text, FEET, RANK.build, ([, feet = '', quoted, spelt]) => {
      const inches = Number(quoted ?? spelt ?? 0)
      return inches < 12 ? height((Number(feet) * 12 + inches) * 2.54) : undefined
    }),
  ]
}

function findMetres(text: string): Found[] {
  return [
    ...findAll(text, METRES, RANK.build, ([, metres = '', rest = '']) =>
      height((parseNumber(metres) ?? 0) * 100 + centimetresOf(rest)),
    ),
    ...findAll(text, DECIMAL_METRES, RANK.build, ([, metres = '']) => height(Number(metres) * 100)),
  ]
}

/** After 米, one figure counts tens: 一米七 is 170, 一米零五 is 105, 一米六九 is 169. */
function centimetresOf(rest: string): number {
  const figures = rest.includes('十') ? String(parseChineseNumber(rest) ?? '') : [...rest].map(figure).join('')
  return Number(figures.length === 1 ? `${figures}0` : figures)
}

function figure(char: string): string {
  return /\d/.test(char) ? char : String(parseChineseNumber(char) ?? 0)
}

function findWeights(text: string): Found[] {
  return [
    ...findAll(text, WEIGHT, RANK.build, ([, low = '', high, unit = '']) => {
      const amount = parseNumber(low)
      if (amount === undefined) return undefined
      return weight(high ? (amount + Number(high)) / 2 : amount, unit)
    }),
    ...findAll(text, NAMED_WEIGHT, RANK.build, ([, amount = '']) => weight(parseNumber(amount) ?? 0, undefined)),
  ]
}

function findPairs(text: string, speaksOfFit: boolean): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(PAIR)) {
    const [whole, cm = '', amount = '', unit] = match
    const tall = height(Number(cm))
    const heavy = weight(Number(amount), unit)
    if (!tall || !heavy || (!unit && !speaksOfFit)) continue

    const cut = match.index + whole.lastIndexOf(amount)
    found.push(
      { start: match.index, end: match.index + cm.length, rank: RANK.build, meaning: tall },
      { start: cut, end: match.index + whole.length, rank: RANK.build, meaning: heavy },
    )
  }
  return found
}

function height(cm: number): Meaning | undefined {
  return cm >= 80 && cm < 230 ? { kind: 'height', cm: Math.round(cm) } : undefined
}

/** Without a unit, adults weigh 40–79 公斤 or 80–300 斤; anything else is no weight. */
function weight(amount: number, unit: string | undefined): Meaning | undefined {
  if (unit === undefined) {
    if (amount < 40 || amount > 300) return undefined
    return weight(amount, amount < 80 ? 'kg' : '斤')
  }
  const perUnit = unit === '斤' ? 0.5 : /^(?:lb|pound)/.test(unit) ? 0.453592 : 1
  const kg = Math.round(amount * perUnit * 10) / 10
  return kg > 0 && kg <= 500 ? { kind: 'weight', kg } : undefined
}
