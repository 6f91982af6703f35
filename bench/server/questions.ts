import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'

/** What is mostly answered without a person. */
const ANSWERED =
  /^(?:greet|thanks|shipping_(?:time|fee|area|carrier|eta|from)|return_(?:policy|fee|address)|payment_methods|invoice_type|coupon_(?:get|use)|product_(?:care|quality|authenticity)|size_chart|service_hours|membership_(?:join|benefits)|points_use|order_how_to|discount_threshold)$/

/** Real questions of shoppers. */
const TEXTS = readFileSync(join(ROOT, 'bench/shoppers/dev.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .flatMap(([text = '', intent = '']) => (ANSWERED.test(intent) ? [text] : []))

/** What shoppers put before a question and after it, and 小二 reads past: each question is made one that nobody has asked before. */
const AROUND = {
  zh: {
    before: [
      '',
      '你好，',
      '您好，',
      '亲，',
      '在吗，',
      '老板，',
      '客服，',
      '哈喽，',
      '请问一下，',
      '问一下，',
      '你好呀，',
    ],
    after: ['', '谢谢', '～', '，谢谢', '，谢谢亲', '。', '？', '，谢了', '，感谢', '，拜托了'],
  },
  en: {
    before: ['', 'hi, ', 'hello, ', 'hey, ', 'excuse me, ', 'good morning, ', 'hi there, '],
    after: ['', ' thanks', ', thank you', '!', '?', ' cheers', ' thx', ', thanks a lot', '.', ' ty'],
  },
}

let asked = 0

/**
 * The next question: `repeats` of them, from 0 to 1, in the same words as others, and nothing is gained by remembering the rest.
 * The same wording comes again after some fifteen thousand others.
 */
export function nextQuestion(repeats: number): string {
  const turn = asked++
  const text = TEXTS[turn % TEXTS.length] ?? ''
  if (Math.random() < repeats) return text
  const { before, after } = /\p{Script=Han}/u.test(text) ? AROUND.zh : AROUND.en
  const way = Math.floor(turn / TEXTS.length)
  return `${before[way % before.length]}${text}${after[Math.floor(way / before.length) % after.length]}`
}
