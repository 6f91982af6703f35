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

/** What shoppers put behind a question. Three of them make each question one that nobody has asked before, and mean nothing. */
const PARTICLES = [...'呀啊哦呢嘛哈嗯哎诶咯']

/** `repeats` of them, from 0 to 1, are asked in the same words again and again; nothing is gained by remembering the others. */
export function toQuestion(at: number, repeats: number): string {
  const text = TEXTS[at % TEXTS.length] ?? ''
  if (Math.random() < repeats) return text
  return text + [1, 2, 3].map(() => PARTICLES[Math.floor(Math.random() * PARTICLES.length)]).join('')
}
