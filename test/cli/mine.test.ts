import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { startSession } from '../../src/actions/customers/start-session.ts'
import { createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { openStorage } from '../../src/app/open-storage.ts'
import { mine } from '../../src/cli/mine.ts'
import { loadConfig } from '../../src/config/config.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { createClock, lastMonday } from '../support/clock.ts'

const said: string[] = []

beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
})

afterEach(() => vi.restoreAllMocks())

/** A shop whose shoppers have asked these questions, one conversation each. */
async function openShop(questions: readonly string[]) {
  const live = await openFolder(GOOD)
  const data = await openFolder({})
  const config = loadConfig({ DATA_DIR: data.path, KNOWLEDGE_DIR: live.path, DEMO: 'false', LOG_LEVEL: 'silent' })
  // On Saturday nights people receive in this shop.
  const clock = createClock(lastMonday())
  const app = await createApp(config, {
    opened: await openStorage(config),
    log: createLog('silent'),
    clock,
    watch: false,
  })
  for (const [at, text] of questions.entries()) {
    const { conversation, customer } = await startSession(app.deps, { locale: 'zh' })
    const of = { conversationId: conversation.id, customerId: customer.id, clientId: `question-${at}` }
    await postCustomerMessage(app.deps, { ...of, body: { kind: 'text', text } })
    await app.deps.lanes.run(conversation.id, async () => undefined)
  }
  await app.stop()
  const options = { days: '30', top: '20', json: false }
  return {
    run: (given: Partial<typeof options & { kinds: string }> = {}) => mine(config, { ...options, ...given }, 'zh'),
    [Symbol.asyncDispose]: async () => {
      for (const folder of [live, data]) await folder[Symbol.asyncDispose]()
    },
  }
}

it('reads what no server has read, and prints the groups, the largest first', async () => {
  await using shop = await openShop(['孵化恐龙蛋要多久', '恐龙蛋孵化多久呀', '火星上种土豆行不行'])

  expect(await shop.run()).toBe(0)
  const told = said.join('\n')

  expect(told).toMatch(/2 {2}「.*恐龙蛋.*」/)
  expect(told).toContain('近 30 天：3 句没答好，2 组')

  said.length = 0
  expect(await shop.run({ json: true, kinds: 'taught' })).toBe(0)
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ total: 0, questions: 0 })
})

it('says what an option may be', async () => {
  await using shop = await openShop([])

  await expect(shop.run({ kinds: 'liked' })).rejects.toThrow('--kinds 里没有「liked」')
  await expect(shop.run({ days: '400' })).rejects.toThrow('1 到 92')
})
