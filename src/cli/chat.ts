import { createInterface } from 'node:readline/promises'
import { postCustomerMessage } from '../actions/conversations/post-customer-message.ts'
import { startSession } from '../actions/customers/start-session.ts'
import { type App, createApp } from '../app/app.ts'
import { seedDemo } from '../app/demo/seed-demo.ts'
import { createLog } from '../app/log.ts'
import { openMemory } from '../app/open-storage.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { describeExplanation, describeTrace, describeWords } from './chat-lines.ts'
import { pick } from './words.ts'

export interface ChatOptions {
  /** Also shows what is being talked about, and the task under way. */
  readonly trace: boolean
  /** A customer of the demo shop to talk as. */
  readonly as?: string
}

/** Talks with 小二 in the terminal, in the demo shop in memory, and shows why it says what it says. */
export async function chat(config: Config, locale: Locale, options: ChatOptions): Promise<number> {
  const app = await createApp(
    { ...config, demo: false },
    { opened: await openMemory(), log: createLog('error'), watch: true },
  )
  await seedDemo({ ...app.deps, knowledge: app.deps.live.current().knowledge })
  const shopper = await enter(app, locale, options.as)
  if (!shopper) {
    console.error(pick(locale, `没有「${options.as}」这位顾客。`, `There is no customer "${options.as}".`))
    await app.stop()
    return 1
  }
  console.log(pick(locale, '像顾客一样打字；Ctrl-D 结束。', 'Type as a shopper would; Ctrl-D ends it.'))
  app.events.subscribe((event) => {
    if (event.type !== 'message.created' || event.message.author.kind === 'customer') return
    console.log(describeWords(event.message))
    const { explanation } = event.message
    if (explanation) console.log(describeExplanation(explanation))
    if (explanation?.trace && options.trace) console.log(describeTrace(explanation.trace))
  })
  await talk(app, shopper)
  await app.stop()
  return 0
}

interface Shopper {
  readonly customerId: string
  readonly conversationId: string
}

async function enter({ deps }: App, locale: Locale, as: string | undefined): Promise<Shopper | undefined> {
  if (as === undefined) {
    const { customer, conversation } = await startSession(deps, { locale })
    return { customerId: customer.id, conversationId: conversation.id }
  }
  const customer = await deps.storage.customers.findByIdentity({ kind: 'shop', value: as })
  if (!customer) return undefined
  const draft = { id: deps.ids.next(), customerId: customer.id, locale, at: deps.clock.now() }
  return { customerId: customer.id, conversationId: (await deps.storage.conversations.open(draft)).id }
}

async function talk({ deps }: App, shopper: Shopper): Promise<void> {
  let { conversationId } = shopper
  let count = 0
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  lines.setPrompt('> ')
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text) {
      count += 1
      const clientId = `terminal-${count}`
      const body = { kind: 'text', text } as const
      const message = await postCustomerMessage(deps, { ...shopper, conversationId, clientId, body })
      conversationId = message.conversationId
      await deps.lanes.run(conversationId, async () => undefined)
    }
    lines.prompt()
  }
}
