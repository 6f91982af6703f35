import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type LiveFolder, startLiveKnowledge } from '../../src/app/live-knowledge.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { shareKnowledge } from '../../src/app/shared-knowledge.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { trainHere } from '../../src/understanding/trainer.ts'
import { type Folder, GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'

const SILENT = createLog('silent')
const FILE = 'faq/shipping.yaml'
const OLD = GOOD
const NEW = { ...GOOD, [FILE]: goodBut(FILE, '明天发出', '后天发出') }

let opened: OpenedStorage
beforeEach(async () => {
  opened = await openMemory()
})
afterEach(() => opened.storage.close())

/** A node with a folder of its own, on the database of all. */
async function startNode(folder: Folder, watch = false): Promise<LiveFolder & AsyncDisposable> {
  const live = await startLiveKnowledge({
    folder: folder.path,
    watch,
    trainer: trainHere,
    products: { list: async () => [] },
    publisher: { publish: () => undefined },
    log: SILENT,
    shared: shareKnowledge({
      store: opened.storage.knowledge,
      folder: folder.path,
      workshop: join(folder.path, '.workshop'),
      log: SILENT,
    }),
  })
  return { ...live, [Symbol.asyncDispose]: live.stop }
}

const lastAnswer = (live: LiveFolder) => live.current().knowledge.intents.get('shipping_time')?.answers.at(-1)?.say

it('serves on every node what the newest of them has brought', async () => {
  await using before = await openFolder(OLD)
  await using after = await openFolder(NEW)
  await using first = await startNode(before)
  expect(lastAnswer(first)).toBe('明天发出')

  await using second = await startNode(after)
  expect(lastAnswer(second)).toBe('后天发出')
  await first.follow?.()

  expect(lastAnswer(first)).toBe('后天发出')
  expect(first.current().knowledge.version).toBe(second.current().knowledge.version)
})

it('lets a node that starts with old files serve the new ones', async () => {
  await using before = await openFolder(OLD)
  await using after = await openFolder(NEW)
  await (await startNode(before)).stop()
  await (await startNode(after)).stop()

  await using again = await startNode(before)

  expect(lastAnswer(again)).toBe('后天发出')
})

it('takes up for all what is saved while a node runs, also if it was there before', async () => {
  await using here = await openFolder(OLD)
  await using there = await openFolder(NEW)
  await using first = await startNode(here)
  await using second = await startNode(there, true)
  const old = first.current().knowledge.version
  await first.follow?.()

  while ((await opened.storage.knowledge.newest()) !== old) {
    await there.write(FILE, OLD[FILE] ?? '')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  await first.follow?.()

  expect(lastAnswer(second)).toBe('明天发出')
  expect(lastAnswer(first)).toBe('明天发出')
})

it('goes on with what it has where the files of another node do not fit here, and says why', async () => {
  await using here = await openFolder(OLD)
  await using live = await startNode(here)
  await opened.storage.knowledge.takeUp('broken', { 'shop.yaml': 'shop: {}' })

  await live.follow?.()

  expect(lastAnswer(live)).toBe('明天发出')
  expect(live.report().problems).not.toEqual([])
})
