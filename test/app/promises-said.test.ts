import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Answer, KnowledgeBase } from '../../src/domain/knowledge.ts'
import { type LocalizedText, textsOf } from '../../src/domain/localized-text.ts'
import type { Message } from '../../src/domain/message.ts'
import { type DemoShopper, openDemoShopper, prepareDemoShop } from '../support/demo-shop.ts'
import { coupons, orders } from './promises/random-world.ts'
import { keyOf, readFigures } from './promises/read-figures.ts'

const YEAR = 2026
const NOW = Date.UTC(YEAR, 10, 23, 2)
const ASKED = 10

let knowledge: KnowledgeBase

beforeAll(async () => {
  knowledge = (await prepareDemoShop()).brain.knowledge
}, 120_000)

/** The owner's words for whatever this message may have brought: answers of these intents, texts of the flows under way. */
function wordsFor(
  { intents, products, flows }: KnowledgeBase,
  asked: readonly string[],
  rule: string,
): readonly string[] {
  const saysOf = (answers: readonly Answer[] = []) => answers.map(({ say }) => say)
  const texts: readonly LocalizedText[] = [
    ...asked.flatMap((id) => saysOf(intents.get(id)?.answers)),
    ...asked.flatMap((id) => [...products.values()].flatMap(({ answers }) => saysOf(answers[id]))),
    ...[...flows.values()]
      .filter(({ id }) => rule.includes(`flow:${id}:`))
      .flatMap(({ title, slots, rules, confirm, done }) => [
        title,
        ...slots.flatMap(({ ask, label }) => [ask ?? '', label]),
        ...rules.map(({ say }) => say),
        ...(confirm ? [confirm.say] : []),
        ...saysOf(done),
      ]),
  ]
  return texts.flatMap(textsOf).map((text) => text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '◦'))
}

/** Figures of the reply's words that stand neither in the facts that it gives as its reasons nor in the owner's words. */
function listStray({ body, explanation }: Message, asked: readonly string[]): readonly string[] {
  const text = body.kind === 'text' || body.kind === 'clarify' ? body.text : ''
  const { facts = {}, rule = '' } = explanation ?? {}
  const sources = [...Object.values(facts), ...wordsFor(knowledge, asked, rule)]
  const known = new Set(sources.flatMap((source) => readFigures(source, YEAR)).map(keyOf))
  const stray = readFigures(text, YEAR)
    .map(keyOf)
    .filter((figure) => !known.has(figure))
  return stray.length === 0 ? [] : [`${asked} ${rule}: ${stray.join(', ')} in "${text}"`]
}

/** Asks, and leaves the task that the question may have begun. People who were called for are left to the queue: then 小二 is silent. */
async function ask(shopper: DemoShopper, intent: string): Promise<Message | undefined> {
  const find = () => shopper.deps.storage.conversations.find(shopper.conversationId)
  if ((await find())?.status !== 'bot') return undefined

  const reply = await shopper.send({ kind: 'choice', choice: intent, text: intent })
  if ((await find())?.context.flow) await shopper.send({ kind: 'choice', choice: 'flow:cancel', text: '不办了' })
  return reply
}

it('says of random orders and coupons only what its explanation and the owner vouch for', async () => {
  const { intents, products } = knowledge
  const ids = [...intents.values()].filter(({ autonomy }) => autonomy !== 'human').map(({ id }) => id)
  const told = new Set<string>()

  await fc.assert(
    fc.asyncProperty(
      orders(NOW, [...products.values()]),
      fc.array(coupons(NOW, knowledge), { maxLength: 2 }),
      fc.constantFrom(...products.keys()),
      fc.shuffledSubarray(ids, { minLength: ASKED, maxLength: ASKED }),
      fc.constantFrom('zh', 'en'),
      async (order, offered, product, asked, locale) => {
        await using shopper = await openDemoShopper({ as: 'wu', at: '2026-11-23 10:00', locale })
        const { deps, customerId } = shopper
        await deps.storage.orders.save([{ ...order, customerId }])
        await deps.storage.coupons.save(offered.map((one, n) => ({ ...one, id: `${one.id}${n || ''}`, customerId })))
        await shopper.send({ kind: 'product', product })
        await shopper.send({ kind: 'order', order: order.number })
        for (const intent of asked) {
          const reply = await ask(shopper, intent)
          if (!reply) return
          for (const fact of Object.keys(reply.explanation?.facts ?? {})) told.add(fact)
          expect(listStray(reply, [intent])).toEqual([])
        }
      },
    ),
    { numRuns: 6 },
  )

  expect(told.size).toBeGreaterThan(10)
}, 120_000)
