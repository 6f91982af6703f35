import { setImmediate as turn } from 'node:timers/promises'
import { getThread } from '../actions/conversations/get-thread.ts'
import { postCustomerMessage } from '../actions/conversations/post-customer-message.ts'
import { setContext } from '../actions/conversations/set-context.ts'
import type { Deps } from '../actions/deps.ts'
import { chooseWaiting } from '../actions/queue/choose-waiting.ts'
import type { Config } from '../config/config.ts'
import type { Coupon, Order } from '../domain/commerce.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Customer } from '../domain/customer.ts'
import { type Message, wordsOf } from '../domain/message.ts'
import { judgeReplay, type Outcome, type ReplayedQuestion, toOutcome } from '../domain/replay.ts'
import type { Storage } from '../ports/storage.ts'
import { createApp } from './app.ts'
import { type Prepared, startOverlay } from './live-knowledge.ts'
import { openStage } from './stage.ts'

/** Longer conversations are replayed up to here. */
const MOST_MESSAGES = 200
const MOST_ORDERS = 50
const PAGE = 100

export interface ReplayRequest {
  readonly live: Prepared
  readonly draft: Prepared
  /** Where the conversations are; nothing is written there. */
  readonly storage: Storage
  /** How many conversations, newest first. */
  readonly last: number
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Asks two versions of the knowledge what shoppers have asked 小二: whole conversations, each in a shop of its own in memory, so that
 * what was said before counts as it did then, at the time of day at which it was asked. Shoppers have the orders and coupons that
 * they have today, and no cases but those that they open on the way. What was said to people is left out: without their words it
 * means something else.
 */
export async function replayConversations(
  config: Config,
  request: ReplayRequest,
): Promise<readonly ReplayedQuestion[]> {
  const { storage, last, onProgress } = request
  const records = await listRecords(storage, last)
  const stages = [
    await openReplay(config, request.live, storage),
    await openReplay(config, request.draft, storage),
  ] as const
  try {
    const questions: ReplayedQuestion[] = []
    for (const [done, record] of records.entries()) {
      onProgress?.(done, records.length)
      const [live, draft] = [await stages[0].play(record), await stages[1].play(record)]
      questions.push(...compare(record, live, draft))
      await turn()
    }
    onProgress?.(records.length, records.length)
    return questions
  } finally {
    for (const stage of stages) await stage.close()
  }
}

/** A conversation as it is stored, with what its shopper has. */
interface Script {
  readonly conversation: Conversation
  readonly customer: Customer
  readonly orders: readonly Order[]
  readonly coupons: readonly Coupon[]
  /** What the shopper looked at when it began. */
  readonly product: string | undefined
  /** What 小二 was asked, and what it was thought of the answer. */
  readonly asked: readonly { readonly message: Message; readonly helpful: boolean | undefined }[]
}

async function listRecords(storage: Storage, last: number): Promise<readonly Script[]> {
  const scripts: Script[] = []
  let before: number | undefined
  while (scripts.length < last) {
    const page = await storage.conversations.list({ limit: PAGE, ...(before !== undefined && { before }) })
    for (const conversation of page) {
      const script = scripts.length < last ? await readScript(storage, conversation) : undefined
      if (script) scripts.push(script)
    }
    before = page.at(-1)?.updatedAt
    if (page.length < PAGE) break
  }
  return scripts
}

async function readScript(storage: Storage, conversation: Conversation): Promise<Script | undefined> {
  const messages = await storage.messages.listAfter(conversation.id, 0, MOST_MESSAGES)
  const answers = new Map(messages.flatMap((one) => (one.explanation ? [[one.explanation.heardSeq, one]] : [])))
  const asked = messages.flatMap((message) => {
    const answer = answers.get(message.seq)
    if (message.author.kind !== 'customer' || message.body.kind === 'recalled' || !answer) return []
    return [{ message, helpful: answer.helpful }]
  })
  const customer = await storage.customers.find(conversation.customerId)
  if (asked.length === 0 || !customer) return undefined

  const orders = await storage.orders.listOf(customer.id, MOST_ORDERS)
  const coupons = await storage.coupons.listFor(customer.id, asked[0]?.message.at ?? conversation.createdAt)
  const [first] = asked
  const product = first && answers.get(first.message.seq)?.explanation?.trace?.topic.product
  return { conversation, customer, orders, coupons, product, asked }
}

/** One version of the knowledge at work, in a shop of its own. */
async function openReplay(config: Config, prepared: Prepared, source: Storage) {
  const overlay = startOverlay(prepared, source.products)
  await overlay.refresh()
  const stage = await openStage(createApp, config, overlay.brain)
  return {
    play: async (script: Script): Promise<readonly Outcome[]> => {
      let now = script.conversation.createdAt
      stage.setClock(now)
      const id = await enter(stage.deps, script)
      const outcomes: Outcome[] = []
      for (const { message } of script.asked) {
        now = Math.max(now, message.at)
        stage.setClock(now)
        outcomes.push(await ask(stage.deps, id, message))
      }
      return outcomes
    },
    close: () => stage.close(),
  }
}

/** The shopper comes in as somebody new, with their orders and coupons. */
async function enter(deps: Deps, script: Script): Promise<string> {
  const { conversation, customer, orders, coupons, product } = script
  const { blockedUntil: _, ...rest } = customer
  const customerId = deps.ids.next()
  await deps.storage.customers.addAll([{ customer: { ...rest, id: customerId }, identities: [] }])
  await deps.storage.orders.save(orders.map((order) => ({ ...order, customerId })))
  await deps.storage.coupons.save(
    coupons.map((coupon) => (coupon.customerId === undefined ? coupon : { ...coupon, customerId })),
  )
  const { locale } = conversation
  const opened = await deps.storage.conversations.open({
    id: deps.ids.next(),
    customerId,
    locale,
    at: deps.clock.now(),
  })
  const { page } = conversation.context
  await setContext(deps, { conversationId: opened.id, page, product })
  return opened.id
}

/** 小二 leaves the word to people, or has nothing to say. */
const SILENT: Outcome = { kind: 'handed_over', rule: 'silent', text: '' }

async function ask(deps: Deps, id: string, { body, seq }: Message): Promise<Outcome> {
  const { conversation } = await getThread(deps, id)
  const { customerId } = conversation
  const asked = await postCustomerMessage(deps, { conversationId: id, customerId, clientId: `replay-${seq}`, body })
  // The turn comes after the acknowledgement, in the same lane.
  await deps.lanes.run(id, async () => undefined)
  const said = await deps.storage.messages.listAfter(id, asked.seq, PAGE)
  const reply = said.find(({ explanation }) => explanation?.heardSeq === asked.seq)
  // As on that day the shopper goes on with 小二.
  await chooseWaiting(deps, { conversationId: id, way: 'bot' })
  return reply?.explanation ? toOutcome(reply.explanation, wordsOf(reply.body)) : SILENT
}

function compare(
  { conversation, asked }: Script,
  lives: readonly Outcome[],
  drafts: readonly Outcome[],
): readonly ReplayedQuestion[] {
  return asked.map(({ message, helpful }, at) => {
    const [live, draft] = [lives[at] ?? SILENT, drafts[at] ?? SILENT]
    return {
      conversationId: conversation.id,
      seq: message.seq,
      at: message.at,
      asked: wordsOf(message.body),
      ...(helpful !== undefined && { helpful }),
      live,
      draft,
      verdict: judgeReplay(live, draft, helpful),
    }
  })
}
