import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { startSession } from '../../src/actions/customers/start-session.ts'
import { createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { openStorage } from '../../src/app/open-storage.ts'
import { replay } from '../../src/cli/replay.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { ReplayedQuestion } from '../../src/domain/replay.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { createClock } from '../support/clock.ts'

const FILE = 'faq/shipping.yaml'
const said: string[] = []

beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
})

afterEach(() => vi.restoreAllMocks())

/** A shop whose shoppers have asked these questions, one conversation each, and a draft of its knowledge. */
async function openShop(
  conversations: readonly (readonly string[])[],
  { live: now = GOOD, draft = GOOD }: { readonly live?: typeof GOOD; readonly draft?: typeof GOOD } = {},
) {
  const live = await openFolder(now)
  const next = await openFolder(draft)
  const data = await openFolder({})
  const config = loadConfig({ DATA_DIR: data.path, KNOWLEDGE_DIR: live.path, DEMO: 'false', LOG_LEVEL: 'silent' })
  // A Monday morning: on Saturday nights people receive in this shop.
  const clock = createClock()
  const app = await createApp(config, {
    opened: await openStorage(config),
    log: createLog('silent'),
    clock,
    watch: false,
  })
  for (const [n, questions] of conversations.entries()) {
    const { conversation, customer } = await startSession(app.deps, { locale: 'zh' })
    for (const [at, text] of questions.entries()) {
      const of = { conversationId: conversation.id, customerId: customer.id, clientId: `${n}-${at}` }
      await postCustomerMessage(app.deps, { ...of, body: { kind: 'text', text } })
      await app.deps.lanes.run(conversation.id, async () => undefined)
    }
  }
  await app.stop()
  const options = { draft: next.path, last: '500', all: false, json: false }
  return {
    run: (given: Partial<typeof options> = {}) => replay(config, { ...options, ...given }, 'zh'),
    stored: async () => {
      const { storage } = await openStorage(config, { shared: true })
      const found = await storage.conversations.list({ limit: 100 })
      await storage.close()
      return found.map(({ id, lastSeq, status }) => [id, lastSeq, status])
    },
    [Symbol.asyncDispose]: async () => {
      for (const folder of [live, next, data]) await folder[Symbol.asyncDispose]()
    },
  }
}

/** The good shop, which has learnt a word more, and says otherwise when it ships. */
const TAUGHT: typeof GOOD = {
  ...GOOD,
  [FILE]: (GOOD[FILE] ?? '')
    .replace('怎么还不发货,', '怎么还不发货, 能不能麻溜儿的, 麻溜儿的, 麻溜儿点,')
    .replaceAll('say: 明天发出', 'say: 后天发出')
    .replaceAll('前付款当天发出', '前付款当日发出'),
}

function resultOf(line: string | undefined): { counts: object; questions: readonly ReplayedQuestion[] } {
  return JSON.parse(line ?? '')
}

it('finds nothing to tell where the draft is the live knowledge', async () => {
  await using shop = await openShop([['周末发货吗', '帮我催一下发货'], ['几天能发货']])

  const code = await shop.run()

  expect([code, said.at(-1)]).toEqual([0, '\n3 句：变差 0，变好 0，不同 0，一样 3'])
})

it('tells of what a draft loses, and fails', async () => {
  await using shop = await openShop([['麻溜儿的'], ['帮我催一下发货']], { live: TAUGHT })

  const code = await shop.run()

  expect(code).toBe(1)
  expect(said[0]).toMatch(/^✗ 变差 「麻溜儿的」\n {4}线上 {2}\[催发货\] 马上催\n {4}草稿 {2}\[not_understood\]/)
  expect(said.at(-1)).toBe('\n2 句：变差 1，变好 0，不同 0，一样 1')
})

it('tells of what a draft learns, and which answers it words otherwise', async () => {
  await using shop = await openShop([['麻溜儿的'], ['几天能发货'], ['帮我催一下发货']], { draft: TAUGHT })

  const code = await shop.run({ json: true })

  const { counts, questions } = resultOf(said[0])
  expect(code).toBe(0)
  expect(counts).toEqual({ worse: 0, better: 1, different: 1, same: 1 })
  expect(questions.find(({ verdict }) => verdict === 'better')).toMatchObject({
    asked: '麻溜儿的',
    live: { kind: 'unanswered' },
    draft: { kind: 'answered', intent: 'shipping_urge' },
  })
})

it('writes nothing into the shop that it reads', async () => {
  await using shop = await openShop([['帮我催一下发货', '转人工'], ['几天能发货']])
  const before = await shop.stored()

  await shop.run()

  expect(await shop.stored()).toEqual(before)
})

it('takes the newest conversations, as many as are wanted', async () => {
  await using shop = await openShop([['帮我催一下发货'], ['几天能发货'], ['周末发货吗']])

  await shop.run({ last: '2', json: true })

  expect(resultOf(said[0]).questions.map(({ asked }) => asked)).toEqual(['周末发货吗', '几天能发货'])
})

it('says so where nobody has asked anything yet', async () => {
  await using shop = await openShop([])

  expect([await shop.run(), said]).toEqual([0, ['还没有小二回答过的会话可以重放。']])
})

it('refuses a draft that is broken, with the place of every mistake', async () => {
  await using shop = await openShop([['几天能发货']], { draft: { ...GOOD, [FILE]: 'intents: [' } })

  await expect(shop.run()).rejects.toThrow(`${FILE}:1:`)
})

it('refuses a number of conversations that is none', async () => {
  await using shop = await openShop([])

  await expect(shop.run({ last: '一百' })).rejects.toThrow('--last「一百」不是会话数')
})
