import { chmod, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readDraft } from '../../src/actions/knowledge/read-draft.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { openStorage } from '../../src/app/open-storage.ts'
import { publish } from '../../src/cli/publish.ts'
import { rollback, versions } from '../../src/cli/versions.ts'
import { loadConfig } from '../../src/config/config.ts'
import { GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'
import { sharedModels } from '../support/editing-shop.ts'
import { startTestApp } from '../support/test-app.ts'

const FILE = 'faq/shipping.yaml'
const NEW = { ...GOOD, [FILE]: goodBut(FILE, '前付款当天发出', '前付款当天就发') }
/** It does not know any more how to urge. */
const WORSE = {
  ...GOOD,
  [FILE]: goodBut(FILE, '帮我催一下发货, 怎么还不发货, 快点发货, 三天了还没发, please ship it faster', '催一催'),
}
const SLOW = { timeout: 120_000 }
const said: string[] = []

beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => vi.restoreAllMocks())

/** A shop that serves, and a folder beside it. */
async function openShop(draft: Readonly<Record<string, string>>) {
  const folder = await openFolder(GOOD)
  const next = await openFolder(draft)
  const data = await openFolder({})
  await symlink(await sharedModels(), join(data.path, 'models'))
  const config = loadConfig({ DATA_DIR: data.path, KNOWLEDGE_DIR: folder.path, DEMO: 'false', LOG_LEVEL: 'silent' })
  const opened = await openStorage(config)
  const app = await startTestApp({ folder: folder.path, opened, watch: true, models: await sharedModels() })
  const options = { draft: next.path, note: '改时效', last: '10', yes: true, worse: false }
  const answers: string[] = []
  const asker = {
    isTTY: true,
    ask: async (question: string) => {
      said.push(question)
      return answers.shift() ?? ''
    },
  }
  return {
    app,
    folder,
    config,
    answers,
    publish: (given: Partial<typeof options> = {}) =>
      publish(config, { ...options, ...given }, { locale: 'zh', asker }),
    rollback: (number: string) => rollback(config, { number, note: '', yes: true }, { locale: 'zh', asker }),
    publications: () => opened.storage.publications.list(9),
    /** Waits until the server serves this answer. */
    serves: async (words: string) => {
      const answers = () => JSON.stringify(app.deps.live.current().knowledge.intents.get('shipping_time')?.answers)
      while (!answers().includes(words)) await new Promise((resolve) => setTimeout(resolve, 50))
    },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await opened.storage.close()
      for (const one of [folder, next, data]) await one[Symbol.asyncDispose]()
    },
  }
}

it('shows, checks and publishes a folder beside a running server, and goes back', SLOW, async () => {
  await using shop = await openShop(NEW)

  expect(await shop.publish()).toBe(0)

  expect(said).toContain('改动 1 个文件：')
  expect(said.filter((line) => line.includes('前付款'))).toEqual([
    expect.stringMatching(/^ {2}-.*当天发出/),
    expect.stringMatching(/^ {2}\+.*当天就发/),
  ])
  expect(said).toContain('测试 3 条，没通过 0，其中新的 0')
  expect(said.at(-1)).toMatch(/^✓ 已发布，第 2 次/)
  await shop.serves('当天就发')
  expect((await shop.publications()).map(({ kind, note }) => [kind, note])).toEqual([
    ['published', '改时效'],
    ['saved', ''],
  ])

  expect(await shop.rollback('1')).toBe(0)
  await shop.serves('当天发出')
  await versions(shop.config, 'zh')
  expect(said.slice(-3).map((line) => line.slice(0, 6))).toEqual(['*    3', '     2', '     1'])
  expect(said.at(-3)).toContain('退回')
})

it('publishes what gets worse only where somebody says so', SLOW, async () => {
  await using shop = await openShop(WORSE)
  await shop.app.say(await shop.app.visitor(), '帮我催一下发货')

  expect(await shop.publish()).toBe(1)
  expect(said.at(-1)).toContain('有 1 处变差，没有发布')

  shop.answers.push('n')
  expect(await shop.publish({ yes: false })).toBe(1)
  expect(said.slice(-2)).toEqual([expect.stringContaining('有 1 处变差，仍要发布吗？'), '没有发布。'])

  expect(await shop.publish({ worse: true })).toBe(0)
})

it('publishes no mistakes, and nothing that is the same', SLOW, async () => {
  await using shop = await openShop({ ...GOOD, [FILE]: 'intents: [' })
  expect(await shop.publish()).toBe(1)
  expect(said.some((line) => line.startsWith(`✗ ${FILE}:1:`))).toBe(true)

  expect(await shop.publish({ draft: shop.folder.path })).toBe(0)
  expect(said.at(-1)).toBe('和线上一样，没有要发布的。')
  await expect(shop.publish({ draft: '/nowhere' })).rejects.toThrow('/nowhere')
  await expect(shop.publish({ last: '一百' })).rejects.toThrow('一百')
  await expect(shop.rollback('9')).rejects.toThrow('no publication "9"')
})

it('leaves the draft of the console as it is, over what was published', SLOW, async () => {
  await using shop = await openShop(NEW)
  const { deps } = shop.app
  const owner = await shop.app.agent('Lin', { role: 'owner' })
  await saveDraftFile(deps, owner, { path: 'faq/later.yaml', text: 'intents: []\n' })

  expect(await shop.publish()).toBe(0)

  const draft = await readDraft(deps)
  expect(draft.changes.map(({ path }) => path)).toEqual(['faq/later.yaml'])
  expect(draft.files[FILE]).toBe(NEW[FILE])
})

it.skipIf(process.getuid?.() === 0)(
  'says which folder it could not write, and leaves all as it was',
  SLOW,
  async () => {
    await using shop = await openShop(NEW)
    await chmod(join(shop.folder.path, 'faq'), 0o555)

    await expect(shop.publish()).rejects.toThrow(shop.folder.path)

    await chmod(join(shop.folder.path, 'faq'), 0o755)
    expect((await shop.publications()).map(({ kind }) => kind)).toEqual(['saved'])
  },
)
