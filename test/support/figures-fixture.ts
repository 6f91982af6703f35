import type { Order } from '../../src/domain/commerce.ts'
import type { CountingRules } from '../../src/domain/metrics/material.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { beginTalk, type Talk } from './figures-talk.ts'

/** Monday, 1 June 2026, 10:00 in Shanghai. */
export const TEN = Date.UTC(2026, 5, 1, 2)
/** What is counted is looked at on Friday noon: every settling window of Monday has passed. */
export const FRIDAY = Date.UTC(2026, 5, 5, 4)
export const MONDAY = { from: '2026-06-01', until: '2026-06-01' } as const
const HOUR = 3600
const DAY = 86_400_000

export const RULES: CountingRules = {
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  agents: [
    { id: 'mina', name: 'mina' },
    { id: 'noor', name: 'noor' },
  ],
  promiseFor: () => 60_000,
}

/**
 * Fourteen conversations of one Monday, and one of a hundred days before. What every figure has to come to stands in
 * `EXPECTED`, with the arithmetic.
 */
export async function givenMonday(opened: OpenedStorage): Promise<void> {
  const talk = (number: number, customer = `customer-${number}`) =>
    beginTalk(opened, { id: `c${String(number).padStart(2, '0')}`, customer, from: TEN + number * 60_000 })
  await withBot(opened, talk)
  await withPeople(opened, talk)
  await withSales(opened, talk)
}

type Begin = (number: number, customer?: string) => Promise<Talk>

/** c01–c04: 小二 alone. */
async function withBot({ storage }: OpenedStorage, talk: Begin): Promise<void> {
  // c01: one good answer, rated five stars.
  const one = await talk(1)
  await one.ask(0)
  await storage.messages.rate(one.id, await one.bot(1, 'answer', { intent: 'shipping_fee' }), true)
  await storage.conversations.find(one.id)
  await storage.ratings.submit(
    { conversationId: one.id, target: 'bot', score: 5, reasons: [], comment: '', at: one.from + 60_000 },
    0,
  )
  // c02: one answer, disliked.
  const two = await talk(2)
  await two.ask(0)
  await storage.messages.rate(two.id, await two.bot(1, 'answer', { intent: 'shipping_fee' }), false)
  // c03: one answer, one question not understood.
  const three = await talk(3)
  await three.ask(0)
  await three.bot(1, 'answer', { intent: 'size' })
  await three.ask(10)
  await three.bot(11, 'not_understood')
  // c04: asked which is meant, then answered; a picture has no words.
  const four = await talk(4)
  await four.ask(0)
  await four.bot(1, 'clarify', { intent: 'size' })
  await four.ask(10)
  await four.bot(11, 'answer', { intent: 'size' })
  await four.ask(20, { kind: 'image', url: '/uploads/a.png' })
  await four.bot(21, 'picture')
}

/** c05–c09, c14: people. */
async function withPeople({ storage }: OpenedStorage, talk: Begin): Promise<void> {
  // c05: answered, asks for a person at 60 s; Mina takes it after 20 s and answers after 30 s, a second time within 60 s; ends at 260 s.
  const five = await talk(5)
  await five.ask(0)
  await five.bot(1, 'answer', { intent: 'shipping_fee' })
  await five.ask(59)
  await five.call(60, 'asked')
  await five.claim(80, 'mina')
  await five.reply(90, 'mina')
  await five.ask(160)
  await five.reply(220, 'mina')
  await five.resolve(260, 'mina')
  await storage.ratings.submit(
    { conversationId: five.id, target: 'agent', score: 5, reasons: [], comment: '', at: five.from + 300_000 },
    0,
  )
  // c06: not understood, given up; Mina takes it after 120 s (c05 is hers still: c06 begins 60 s later), answers after 300 s, ends at 401 s.
  const six = await talk(6)
  await six.ask(0)
  await six.call(1, 'not_understood')
  await six.claim(121, 'mina')
  await six.reply(301, 'mina')
  await six.resolve(401, 'mina')
  await storage.ratings.submit(
    { conversationId: six.id, target: 'agent', score: 2, reasons: [], comment: '', at: six.from + 500_000 },
    0,
  )
  await complain(storage, six, { dueAt: six.from + DAY, endedAt: six.from + 2 * HOUR * 1000 })
  // c07: asks for a person and goes after 90 s.
  const seven = await talk(7)
  await seven.ask(0)
  await seven.call(1, 'asked')
  await seven.leave(91)
  // c08: people receive; Noor takes it after 10 s and answers after 15 s with a suggestion; ends at 100 s.
  const eight = await talk(8)
  const heard = await eight.ask(0)
  await eight.call(0, 'assist_mode')
  await eight.claim(10, 'noor')
  await suggest(storage, eight, heard)
  await eight.reply(15, 'noor')
  await eight.resolve(100, 'noor')
  // c09: nobody is on duty, and the shopper leaves word.
  const nine = await talk(9)
  await nine.ask(0)
  await nine.call(1, 'asked', 'message')
  // c14: a complaint that is due within a day and that nobody touches.
  const fourteen = await talk(14)
  await fourteen.ask(0)
  await fourteen.bot(1, 'answer', { intent: 'complain' })
  await complain(storage, fourteen, { dueAt: fourteen.from + DAY })
}

/** c10–c13: what is sold. */
async function withSales(opened: OpenedStorage, talk: Begin): Promise<void> {
  const { storage } = opened
  // c10: 小二 answers about a dress; ordered two hours later and paid, 200 yuan.
  const ten = await talk(10)
  await ten.ask(0)
  await ten.bot(1, 'answer', { intent: 'size', product: 'dress' })
  await storage.orders.save([order('o10', 'customer-10', ten.from + 2 * HOUR * 1000, 'paid', 20_000)])
  // c11: Noor tells of a tee; ordered and not paid.
  const eleven = await talk(11)
  await eleven.ask(0, { kind: 'product', product: { id: 'tee', name: '短袖', price: '¥99', url: '/tee' } })
  await eleven.call(1, 'agent_first')
  await eleven.claim(11, 'noor')
  await eleven.reply(21, 'noor')
  await eleven.resolve(111, 'noor')
  await storage.orders.save([order('o11', 'customer-11', eleven.from + HOUR * 1000, 'unpaid', 9_900)])
  // c12: 小二 answers about a dress, and nothing comes of it: an order on the fifth day is too late.
  const twelve = await talk(12)
  await twelve.ask(0)
  await twelve.bot(1, 'answer', { intent: 'size', product: 'dress' })
  await storage.orders.save([order('o12', 'customer-12', twelve.from + 4 * DAY, 'paid', 30_000)])
  // c13: back after a hundred days, asks about delivery, and orders on the next day.
  const before = await beginTalk(opened, { id: 'c00', customer: 'customer-13', from: TEN - 100 * DAY })
  await before.ask(0)
  await before.bot(1, 'answer', { intent: 'shipping_fee' })
  const thirteen = await talk(13)
  await thirteen.ask(0)
  await thirteen.bot(1, 'answer', { intent: 'shipping_fee' })
  await storage.orders.save([order('o13', 'customer-13', thirteen.from + DAY, 'paid', 10_000)])
}

type Storage = OpenedStorage['storage']

async function suggest(storage: Storage, { id, from }: Talk, heardSeq: number): Promise<void> {
  const draft = { conversationId: id, heardSeq, rank: 1, intent: 'shipping_fee', title: '运费', text: '包邮' } as const
  const at = from + 1000
  await storage.assist.noteTurn({ conversationId: id, heardSeq, at })
  const [one] = await storage.suggestions.offer(
    [{ ...draft, confidence: 0.9, evidence: [], source: 'intent', sureness: 'sure' }],
    at,
  )
  const edit = { sentText: '全场包邮', distance: 2, share: 0.5 }
  await storage.suggestions.decide(one?.id ?? '', { status: 'edited', agentId: 'noor', at: from + 15_000, ...edit })
}

async function complain(storage: Storage, { id, from }: Talk, times: { dueAt: number; endedAt?: number }) {
  const { customerId = '' } = (await storage.conversations.find(id)) ?? {}
  const opened = await storage.cases.open({
    key: `complaint-of-${id}`,
    type: 'complaint',
    title: '投诉',
    customerId,
    conversationId: id,
    details: [],
    evidence: [],
    dueAt: times.dueAt,
    at: from + 600_000,
  })
  if (times.endedAt === undefined) return
  const by = { kind: 'agent', id: 'mina', name: 'mina' } as const
  await storage.cases.change(opened.number, { status: 'resolved', by, note: '', at: times.endedAt })
}

function order(number: string, customerId: string, placedAt: number, status: Order['status'], total: number): Order {
  const goods = { items: [], history: [], parcels: [], refunds: [] }
  return { number, customerId, status, currency: 'CNY', total, placedAt, ...goods }
}

type Expected = readonly [numerator: number, denominator?: number]

/** What Monday comes to: numerator, and denominator where there is one. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  // c01 … c14.
  sessions: [14],
  // Without c08 and c11, which people received.
  bot_sessions: [12],
  // Off: c02 disliked, c03 and c06 unanswered, c05, c07 and c09 asked for staff. Left: c01, c04, c10, c12, c13, c14.
  resolution: [6, 12],
  // Off: c05, c06, c07, c09, which went to people.
  containment: [8, 12],
  // c05, c06, c07, c09.
  transfer_rate: [4, 12],
  // c05, c07, c09.
  asked_for_staff: [3, 12],
  // c01 1, c02 1, c03 2, c04 2 (the picture has no words), c05 2, c06 1, c07 1, c09 1, c10 1, c12 1, c13 1, c14 1.
  questions: [15],
  // Not: c03's second, c04's first, c06's.
  understanding: [12, 15],
  // c03's second and c06's.
  unanswered: [2, 15],
  // Answers: c01, c02, c03, c04, c05, c10, c12, c13, c14; disliked: c02's.
  dislikes: [1, 9],
  // c05, c06, c07, c08, c11; c09 left word.
  queued: [5],
  // c05, c06, c08, c11.
  served: [4],
  // c05 20 s, c06 120 s, c08 10 s, c11 10 s.
  queue_wait: [160_000, 4],
  // All but c06; c07 was never taken.
  service_level: [3, 5],
  // c07.
  abandonment: [1, 5],
  // c05 30 s, c06 300 s, c08 15 s, c11 20 s.
  first_response: [365_000, 4],
  // c05, c08, c11 within 60 s.
  promise_kept: [3, 5],
  // c05: asked at 160 s, answered at 220 s.
  next_response: [60_000, 1],
  // Waits: c05 two, c06, c07 (never answered), c08, c11; swift: c05 two, c08, c11.
  swift_replies: [4, 6],
  // c05 80–260 s, c06 121–401 s, c08 10–100 s, c11 11–111 s.
  handling_time: [180_000 + 280_000 + 90_000 + 100_000, 4],
  // c05 60–260 s, c06 1–401 s, c08 0–100 s, c11 1–111 s.
  resolution_time: [200_000 + 400_000 + 100_000 + 110_000, 4],
  // c05 two, c06, c08, c11 one each ÷ what shoppers said while people had it: c05 one, c08 one at the call itself.
  reply_ratio: [5, 2],
  // Mina took c06 at 10:08:01, while she held c05 (from 10:06:20 to 10:09:20): two at once; each other taking was the only one.
  concurrency: [5, 4],
  // c08.
  assist_coverage: [1, 1],
  assist_acceptance: [1, 1],
  // Half of it was changed.
  assist_edit: [0.5, 1],
  // c05 five stars, c06 two.
  csat: [1, 2],
  csat_score: [7, 2],
  csat_bot: [1, 1],
  // Asked for: c05, c06, c08, c11 at their end, c01 by rating itself; rated: c01, c05, c06.
  rating_response: [3, 5],
  // c06 and c14.
  complaints: [2],
  // c06 was rated badly, c14 is open past its time.
  complaints_failed: [2, 2],
  // c10, c11, c12.
  inquiries: [3],
  // c10, c11.
  ordered: [2, 3],
  // c10.
  conversion: [1, 3],
  order_paid: [1, 2],
  sales: [20_000],
  basket: [20_000, 1],
  // c12.
  lost_inquiries: [1, 3],
  // c13 came back and ordered.
  won_back: [1, 1],
}
