import { beforeAll, describe, expect, it } from 'vitest'
import { findForbidden } from '../../src/domain/forbidden.ts'
import type { Message } from '../../src/domain/message.ts'
import { type DemoShopper, openDemoShopper, prepareDemoShop } from '../support/demo-shop.ts'
import { giveOrder } from './given.ts'
import { type DialogueScript, type ExpectedCase, listScripts, type TurnScript } from './script.ts'

const scripts = listScripts()
const MINUTES = { m: 1, h: 60, d: 1440 } as const

beforeAll(() => prepareDemoShop(), 120_000)

describe.each([...scripts])('%s', (_, dialogues) => {
  it.each(dialogues.map((one) => [one.name, one] as const))('%s', (_, script) => play(script))
})

it('holds sixty conversations and more', () => {
  expect([...scripts.values()].flat().length).toBeGreaterThanOrEqual(60)
})

async function play(script: DialogueScript): Promise<void> {
  await using shopper = await openDemoShopper({
    ...(script.as !== undefined && { as: script.as }),
    ...(script.at !== undefined && { at: script.at }),
    ...(script.locale && { locale: script.locale }),
  })
  for (const given of script.given ?? []) await giveOrder(shopper, given)
  const before = await listCases(shopper)
  for (const [n, turn] of script.turns.entries()) {
    const reply = await take(shopper, turn)
    if (reply) expectReply(`turn ${n + 1} (${turn.say ?? turn.press ?? 'card'})`, turn, reply, await contextOf(shopper))
    for (const words of turn.card ?? []) expect(await wantsOnCard(shopper)).toContain(words)
    if (turn.missing) expect(await listMissing(shopper)).toContain(turn.missing)
    if (reply) expect(forbiddenIn(shopper, reply), shownIn(reply)).toEqual([])
  }
  const opened = (await listCases(shopper)).filter((one) => before.every(({ number }) => number !== one.number))
  if (script.cases !== undefined) expect(opened).toHaveLength(script.cases)
  if (script.case) expectCases(script.case, opened)
}

async function take(shopper: DemoShopper, turn: TurnScript): Promise<Message | undefined> {
  if (turn.wait) shopper.clock.advance(Number.parseInt(turn.wait, 10) * MINUTES[turn.wait.at(-1) as 'm'] * 60_000)
  if (turn.look) await shopper.look(turn.look as Parameters<DemoShopper['look']>[0])
  if (turn.say !== undefined) return shopper.say(turn.say)
  if (turn.press !== undefined) return shopper.press(turn.press)
  if (turn.picture !== undefined) return shopper.send({ kind: 'image', image: turn.picture })
  if (turn.product !== undefined) return shopper.send({ kind: 'product', product: turn.product })
  return turn.order === undefined ? undefined : shopper.send({ kind: 'order', order: turn.order })
}

function expectReply(where: string, turn: TurnScript, reply: Message, context: Context): void {
  const said = shownIn(reply)
  const hint = `${where}: ${reply.explanation?.rule} · ${said}`
  for (const words of turn.has ?? []) expect(said, hint).toContain(words)
  for (const words of turn.hasNot ?? []) expect(said, hint).not.toContain(words)
  if (turn.intent) expect(context.lastIntents[0], hint).toBe(turn.intent)
  const answered = context.lastIntents.slice(0, turn.intents?.length).toReversed()
  if (turn.intents) expect(answered, hint).toEqual(turn.intents)
  if (turn.rule) expect(reply.explanation?.rule.startsWith(turn.rule), hint).toBe(true)
  if (turn.facts) expect(reply.explanation?.facts, hint).toMatchObject(turn.facts)
  if (turn.flow) expect(context.flow?.flow ?? 'none', hint).toBe(turn.flow)
  if (turn.slots) expect(slotValues(context), hint).toMatchObject(turn.slots)
  if (turn.topic) expect(reply.explanation?.trace?.topic, hint).toMatchObject(turn.topic)
  if (turn.offers) expect(offeredIn(reply), hint).toEqual(expect.arrayContaining(turn.offers))
  expectCards(hint, turn, reply)
  const reason = /^handoff:(\w+)/.exec(reply.explanation?.rule ?? '')?.[1]
  expect(reason, hint).toBe(turn.handoff)
}

function expectCards(hint: string, turn: TurnScript, { body }: Message): void {
  for (const card of turn.cards ?? []) expect(body, hint).toHaveProperty(card)
  const { products = [], table } = body.kind === 'text' ? body : {}
  const ids = products.map(({ id }) => id)
  if (turn.shown) expect(ids, hint).toEqual(turn.shown)
  if (turn.columns) expect(table?.columns, hint).toEqual(turn.columns)
  const text = 'text' in body ? body.text : ''
  if (turn.speaks) expect(/\p{Script=Han}/u.test(text ?? '') ? 'zh' : 'en', hint).toBe(turn.speaks)
}

type Context = NonNullable<Awaited<ReturnType<DemoShopper['deps']['storage']['conversations']['find']>>>['context']

async function contextOf({ deps, conversationId }: DemoShopper): Promise<Context> {
  const conversation = await deps.storage.conversations.find(conversationId)
  if (!conversation) throw new Error('The conversation is gone.')
  return conversation.context
}

function slotValues({ flow }: Context): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(flow?.slots ?? {}).map(([name, { value }]) => [name, value]))
}

/** Everything that the shopper can read of a reply. */
function shownIn({ body }: Message): string {
  return JSON.stringify(body).replaceAll('\\n', '\n').replaceAll('\\"', '"')
}

function offeredIn({ body }: Message): readonly string[] {
  const options = body.kind === 'clarify' ? body.choices : body.kind === 'text' ? (body.quickReplies ?? []) : []
  return options.map(({ label }) => label)
}

function listCases({ deps, customerId }: DemoShopper) {
  return deps.storage.cases.list({ customerId, limit: 100 })
}

async function listMissing({ deps }: DemoShopper): Promise<readonly string[]> {
  return (await deps.storage.missingFacts.list(100)).map(({ productId, fact }) => `${productId} ${fact}`)
}

/** Words that nobody may say in the shop's name; what the shopper said is not ours. */
function forbiddenIn({ deps }: DemoShopper, { body }: Message): readonly string[] {
  const { forbidden } = deps.live.current().knowledge
  return findForbidden('text' in body ? (body.text ?? '') : '', forbidden).map(({ word }) => word)
}

type Opened = Awaited<ReturnType<typeof listCases>>

async function wantsOnCard({ deps, conversationId }: DemoShopper): Promise<string | undefined> {
  return (await deps.storage.queue.find(conversationId))?.card.wants
}

function expectCases(expected: readonly ExpectedCase[], opened: Opened): void {
  expect(opened.map(({ type }) => type).toSorted()).toEqual(expected.map(({ type }) => type).toSorted())
  for (const one of expected)
    expectCase(
      one,
      opened.find(({ type }) => type === one.type),
    )
}

function expectCase({ evidence, details, order, sku }: ExpectedCase, opened: Opened[number] | undefined): void {
  expect(opened).toMatchObject({
    status: 'open',
    ...(order !== undefined && { orderNumber: order }),
    ...(sku !== undefined && { sku }),
  })
  if (evidence !== undefined) expect(opened?.evidence).toHaveLength(evidence)
  const written = Object.fromEntries(opened?.details.map(({ label, text }) => [label, text]) ?? [])
  if (details) expect(written).toMatchObject(details)
}
