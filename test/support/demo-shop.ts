import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { setContext } from '../../src/actions/conversations/set-context.ts'
import { type Sent, toBody } from '../../src/actions/conversations/to-body.ts'
import { startSession } from '../../src/actions/customers/start-session.ts'
import type { Deps } from '../../src/actions/deps.ts'
import { type App, createApp } from '../../src/app/app.ts'
import { seedDemo } from '../../src/app/demo/seed-demo.ts'
import { type Prepared, prepareKnowledge } from '../../src/app/live-knowledge.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { loadConfig, ROOT } from '../../src/config/config.ts'
import { toProblemLine } from '../../src/domain/knowledge.ts'
import type { Locale } from '../../src/domain/localized-text.ts'
import type { Message, Option } from '../../src/domain/message.ts'
import type { Brain } from '../../src/ports/world.ts'
import { createTrainer } from '../../src/understanding/trainer.ts'
import { createClock } from './clock.ts'

const DEMO_SHOP = join(ROOT, 'intents')
/** The demo shop as it stands in the repository, which every test file of a worker shares. */
let demo: Promise<Prepared> | undefined

/** A shop's knowledge, by default the demo shop's, trained once a machine: the model is kept by a hash of texts and code. */
export function prepareDemoShop(folder = DEMO_SHOP): Promise<Prepared> {
  if (folder !== DEMO_SHOP) return prepare(folder)
  demo ??= prepare(folder)
  return demo
}

async function prepare(folder: string): Promise<Prepared> {
  const result = await prepareKnowledge(folder, createTrainer(join(tmpdir(), 'xiaoer-test-models')))
  if (!result.ok) throw new Error(result.problems.map((one) => toProblemLine(one, 'en')).join('\n'))
  return result
}

/** Knowledge that nobody changes while it serves. */
export function standStill(brain: Brain) {
  return {
    current: () => brain,
    written: () => brain.knowledge,
    report: () => ({ loadedAt: 0, problems: [], warnings: [], tests: { total: 0, failed: [] } }),
    refreshProducts: async () => undefined,
    stop: async () => undefined,
  }
}

export interface ShopperOptions {
  /** A customer of the demo shop, by the shop's own id; nobody the shop knows where it is left out. */
  readonly as?: string
  /** `2026-11-23 10:00` on the shop's clock. */
  readonly at?: string
  readonly locale?: Locale
  readonly prepared?: Prepared
  readonly environment?: Readonly<Record<string, string>>
}

/** A shopper in the seeded demo shop, with 小二 in the whole application on SQLite in memory. */
export interface DemoShopper extends AsyncDisposable {
  readonly deps: Deps
  readonly app: App
  readonly clock: ReturnType<typeof createClock>
  readonly customerId: string
  readonly conversationId: string
  say(text: string): Promise<Message>
  /** Presses what the last reply offered, by its label. */
  press(label: string): Promise<Message>
  send(sent: Sent): Promise<Message>
  look(context: { product?: string; order?: string; basket?: { product: string; quantity: number }[] }): Promise<void>
  transcript(): Promise<readonly Message[]>
}

export async function openDemoShopper(options: ShopperOptions = {}): Promise<DemoShopper> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-demo-'))
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    ...options.environment,
  })
  const clock = createClock(toMoment(options.at ?? '2026-11-23 10:00'))
  const opened = await openMemory()
  const { brain } = options.prepared ?? (await prepareDemoShop())
  const live = standStill(brain)
  const app = await createApp(config, { opened, log: createLog('silent'), clock, watch: false, live })
  const { deps } = app
  await seedDemo({ ...deps, knowledge: brain.knowledge })
  const { customerId, conversationId } = await enter(deps, options)
  let sent = 0

  const send = async (what: Sent) => {
    sent += 1
    const body = await toBody(deps, what, conversationId)
    const clientId = `shopper-${sent}`
    const { seq } = await postCustomerMessage(deps, { conversationId, customerId, clientId, body })
    await deps.lanes.run(conversationId, async () => undefined)
    const [reply] = (await deps.storage.messages.listAfter(conversationId, seq, 10)).filter(
      ({ author }) => author.kind !== 'customer',
    )
    if (!reply) throw new Error(`Nobody answered "${JSON.stringify(what)}".`)
    return reply
  }
  return {
    deps,
    app,
    clock,
    customerId,
    conversationId,
    send,
    say: (text) => send({ kind: 'text', text }),
    press: async (label) => {
      const option = (await offeredBy(deps, conversationId)).find((one) => one.label === label)
      if (!option) throw new Error(`"${label}" was not offered.`)
      return send({ kind: 'choice', choice: option.value, text: option.label })
    },
    look: (context) => setContext(deps, { conversationId, ...context }),
    transcript: () => deps.storage.messages.listAfter(conversationId, 0, 1000),
    [Symbol.asyncDispose]: async () => {
      await app.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** In a conversation of its own, also for a customer who has had others. */
async function enter(deps: Deps, { as, locale = 'zh' }: ShopperOptions) {
  if (as === undefined) {
    const { customer, conversation } = await startSession(deps, { locale })
    return { customerId: customer.id, conversationId: conversation.id }
  }
  const customer = await deps.storage.customers.findByIdentity({ kind: 'shop', value: as })
  if (!customer) throw new Error(`The demo shop has no customer "${as}".`)
  const at = deps.clock.now()
  const { id } = await deps.storage.conversations.open({ id: deps.ids.next(), customerId: customer.id, locale, at })
  return { customerId: customer.id, conversationId: id }
}

async function offeredBy(deps: Deps, conversationId: string): Promise<readonly Option[]> {
  const conversation = await deps.storage.conversations.find(conversationId)
  const messages = await deps.storage.messages.listBefore(conversationId, (conversation?.lastSeq ?? 0) + 1, 1)
  const body = messages.at(-1)?.body
  if (body?.kind === 'clarify') return body.choices
  return body?.kind === 'text' ? (body.quickReplies ?? []) : []
}

/** `2026-11-23 10:00` on the shop's clock. */
export function toMoment(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}
