import { maskText } from '../mask-text.ts'

/** Longer ones tell a story; their beginning says what it is about. */
const LONGEST = 300

/** Numbers of orders, parcels and accounts. */
const CODES = /(?<![\p{L}\p{N}*])[a-z]{0,4}-?\d{6,}(?![\p{L}\p{N}*])|\d{8,}/giu

/** Words that ask nothing: greetings, thanks, agreement. */
const COURTESY =
  /^(?:[您你]好[啊呀哦]?|在吗|在不在|在么|有人吗|有人在吗|亲+|谢谢[您你]?了?|感谢|好的?[呀啊哦吧]?|行|嗯+|哦+|噢|ok|okay|hi|hello|hey|thanks?(?: you)?|thx|bye|再见|拜拜|没事了?|知道了|明白了?|收到|是的?|不是|对|不用了?|yes|no|转?人工(?:客服)?|客服)$/iu

const MARKS = /[^\p{L}\p{N}]+/gu

/** The words of a question as they may be kept and shown to whoever writes the knowledge. */
export function toQuestionText(text: string): string {
  const masked = maskText(text.trim().replace(/\s+/g, ' ')).replace(CODES, '***')
  const characters = [...masked]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : masked
}

/** The same as an example to learn from: without what was masked. */
export function toExample(text: string): string {
  return text
    .replace(/\d{0,4}\*{3,}\d{0,4}@?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether the words ask something at all. */
export function asksSomething(text: string): boolean {
  const words = text.replace(MARKS, ' ').trim()
  const letters = [...words].filter((one) => /\p{L}/u.test(one)).length
  return letters >= 2 && !isCourtesy(text)
}

export function isCourtesy(text: string): boolean {
  return COURTESY.test(text.replace(MARKS, ' ').trim())
}

/** Words with which people win time, and that answer nothing. */
const HOLDING =
  /稍等|稍候|请稍|等一下|等下|马上为?[您你]|帮[您你](?:看|查|核实|确认)一?下|为[您你]服务|one moment|just a (?:moment|second)|let me (?:check|look)|how can i help/iu
const SHORT = 24

/** Whether a reply says something that could be kept as an answer. */
export function answersSomething(reply: string): boolean {
  const text = reply.trim()
  if (!asksSomething(text)) return false
  return !(HOLDING.test(text) && [...text].length <= SHORT)
}
