import { createInterface } from 'node:readline/promises'
import { postCustomerMessage } from '../actions/conversations/post-customer-message.ts'
import { startSession } from '../actions/customers/start-session.ts'
import { createApp } from '../app/app.ts'
import { createLog } from '../app/log.ts'
import { openMemory } from '../app/open-storage.ts'
import type { Config } from '../config/config.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Message } from '../domain/message.ts'
import { pick } from './words.ts'

/** Talks with 小二 in the terminal, in a shop of its own in memory, and shows why it says what it says. */
export async function chat(config: Config, locale: Locale): Promise<number> {
  const app = await createApp(
    { ...config, demo: false },
    { opened: await openMemory(), log: createLog('error'), watch: true },
  )
  const session = await startSession(app.deps, { locale })
  let conversationId = session.conversation.id
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  console.log(pick(locale, '像顾客一样打字；Ctrl-D 结束。', 'Type as a shopper would; Ctrl-D ends it.'))

  app.events.subscribe((event) => {
    if (event.type === 'message.created' && event.message.author.kind !== 'customer') show(event.message)
  })
  let count = 0
  lines.setPrompt('> ')
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text) {
      count += 1
      const body = { kind: 'text', text } as const
      const clientId = `terminal-${count}`
      const message = await postCustomerMessage(app.deps, {
        conversationId,
        customerId: session.customer.id,
        clientId,
        body,
      })
      conversationId = message.conversationId
      await app.deps.lanes.run(conversationId, async () => undefined)
    }
    lines.prompt()
  }
  await app.stop()
  return 0
}

function show({ body, explanation }: Message): void {
  if (body.kind === 'text' || body.kind === 'clarify') console.log(`小二: ${body.text}`)
  const options = body.kind === 'clarify' ? body.choices : body.kind === 'text' ? (body.quickReplies ?? []) : []
  if (options.length > 0) console.log(`      [${options.map((option) => option.label).join('] [')}]`)
  if (explanation) console.log(describe(explanation))
}

function describe({ rule, candidates, thresholds, facts }: Explanation): string {
  const weighed = candidates.slice(0, 3).map((one) => {
    const [nearest] = one.evidence
    const like = nearest ? ` ≈「${nearest.example}」${nearest.similarity.toFixed(2)}` : ''
    return `      ${one.intent} ${(one.confidence * 100).toFixed(0)} %${like}`
  })
  const used = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
  return [
    `  └─ ${rule} (≥${thresholds.answer} answers, ≥${thresholds.clarify} asks)`,
    ...weighed,
    ...(used.length > 0 ? [`      ${used.join(' · ')}`] : []),
  ].join('\n')
}
