import { join } from 'node:path'
import type { Explanation } from '../../src/domain/explanation.ts'
import type { QueueEntry } from '../../src/domain/handoff.ts'
import type { Author } from '../../src/domain/message.ts'
import type { MessageDraft } from '../../src/ports/message-log.ts'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'

/** Whose desk is measured, and the shopper who writes to it from a browser of their own. */
export interface Cast {
  readonly me: { readonly id: string; readonly name: string }
  readonly shopper: string
}

/** What goes on at once; nobody has so much on hand, and the list must stay usable all the same. */
export const SHOP = { bot: 600, queued: 300, mine: 1000, others: 100 } as const
export const LONG = { id: 'long', messages: 10_000 } as const
const LINES = 20
/** Of mine, so many wait for a reply. */
const WAITING = 300
const AT_ONCE = 500

const ASKED = [
  '这件外套什么时候发货？',
  '165 斤 178 穿 XL 会不会小',
  '能不能改一下收货地址，写错门牌号了',
  '有优惠券吗',
]
const SAID = [
  '亲，今天 16 点前付款当天发出，发出后会有短信提醒您的',
  '按您的身高体重建议选 XL，版型偏宽松，喜欢合身可以选 L',
  '还没有出库，可以改的，麻烦把新地址发我',
  '这款可以用满 199 减 20 的券，在商品页就能领',
]

/** The last words of a conversation, by which the page knows that it shows it. */
export function lastWords(id: string): string {
  return `〔${id}〕就是这样`
}

/** Fills the database of a server that stands still. */
export async function fillShop(dataDir: string, { me, shopper }: Cast): Promise<void> {
  const opened = await openSqlite(join(dataDir, 'xiaoer.db'))
  const { queue, agents } = opened.storage
  const at = Date.now()
  const other = { id: 'colleague', name: '小周' }
  const who = { login: other.id, role: 'agent', active: true, presence: 'online', createdAt: at, groups: [] } as const
  await agents.create({ ...who, ...other }, '')

  await each(SHOP.bot, (n) => addTalk(opened, `bot-${n}`, { at: at - n * 1000 }))
  await each(SHOP.queued, (n) => addTalk(opened, `queued-${n}`, { at: at - n * 1000, queued: true }))
  await each(SHOP.others, (n) => addTalk(opened, `others-${n}`, { at: at - n * 1000, holder: other }))
  await each(SHOP.mine - 2, (n) => {
    const since = at - (SHOP.mine - n) * 500
    return addTalk(opened, `mine-${n}`, { at: since, holder: me, waits: n < WAITING })
  })
  await addTalk(opened, LONG.id, { at: at - 3_600_000, holder: me, waits: true, lines: LONG.messages })
  const card = { wants: '', intents: [], lastIntents: [] }
  await queue.takeOver(shopper, { agentId: me.id, at, card, fromAgents: true })
  await opened.storage.close()
}

async function each(count: number, work: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n += 1) await work(n)
}

interface Talk {
  readonly at: number
  readonly lines?: number
  readonly queued?: boolean
  readonly holder?: { readonly id: string; readonly name: string }
  /** The shopper has asked once more. */
  readonly waits?: boolean
}

/** One customer with one conversation: asked and answered in turn, handed over, and a last line that names it. */
async function addTalk({ storage, messages }: OpenedStorage, id: string, talk: Talk): Promise<void> {
  const { at, holder, lines = LINES } = talk
  const customerId = `customer-${id}`
  await storage.customers.create({ id: customerId, locale: 'zh', at })
  await storage.customers.update(customerId, { name: `客户 ${id}`, tier: id.endsWith('7') ? 'vip' : 'regular' })
  await storage.conversations.open({ id, customerId, locale: 'zh', at })
  const shopper: Author = { kind: 'customer', id: customerId }
  const said = (n: number): MessageDraft => ({
    conversationId: id,
    key: `k${n}`,
    at: at - (lines - n) * 20_000,
    ...(n % 2 === 1
      ? { author: shopper, body: { kind: 'text', text: `${ASKED[n % 4]}（第 ${n} 句）` } }
      : { author: { kind: 'bot' }, body: { kind: 'text', text: `${SAID[n % 4]}` }, explanation: explanationOf(n - 1) }),
  })

  const drafts = Array.from({ length: lines - 1 }, (_, index) => said(index + 1))
  for (let from = 0; from < drafts.length; from += AT_ONCE) await messages.append(drafts.slice(from, from + AT_ONCE))
  const enqueue = talk.queued || holder ? { enqueue: entryOf(at) } : {}
  const last = { conversationId: id, key: 'last', at, body: { kind: 'text', text: lastWords(id) } } as const
  if (holder) {
    await messages.append([{ ...said(lines), key: 'called', consequences: enqueue }])
    await storage.queue.claim(id, holder.id, at, Number.MAX_SAFE_INTEGER)
    await messages.append([{ ...last, author: talk.waits ? shopper : { kind: 'agent', ...holder } }])
  } else await messages.append([{ ...last, author: { kind: 'bot' }, consequences: enqueue }])
  // Nothing is left for the bot to answer when the server starts.
  await storage.conversations.raise(id, 'handledSeq', lines + (holder ? 1 : 0))
}

function entryOf(enqueuedAt: number): Omit<QueueEntry, 'conversationId'> {
  const card = { wants: ASKED[1] ?? '', intents: [], lastIntents: ['shipping_time'] }
  return { reason: 'asked', kind: 'live', priority: 2, card, enqueuedAt }
}

function explanationOf(heardSeq: number): Explanation {
  const candidate = (intent: string, confidence: number) => ({
    intent,
    confidence,
    evidence: [{ example: '今天拍今天能发吗', similarity: 0.71 }],
    weighed: [{ text: '什么时候', weight: 0.8 }],
  })
  return {
    heardSeq,
    rule: 'answer',
    candidates: [candidate('shipping_time', 0.91), candidate('shipping_eta', 0.05), candidate('order_urge', 0.02)],
    thresholds: { answer: 0.45, clarify: 0.18 },
    facts: { 'shop.cutoff': '16:00' },
    knowledgeVersion: 'bench',
  }
}
