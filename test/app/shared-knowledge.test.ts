import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LiveFolder, startLiveKnowledge } from '../../src/app/live-knowledge.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { pruneVersions, VERSIONS_KEPT } from '../../src/app/prune-versions.ts'
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
      served: async () => [],
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

describe('the folders of other nodes’ versions', () => {
  const listed = async (workshop: string) => (await readdir(workshop)).toSorted()

  it('are kept where they are the newest or in use, and go otherwise', async () => {
    await using here = await openFolder(OLD)
    const workshop = join(here.path, '.workshop')
    const shared = shareKnowledge({
      store: opened.storage.knowledge,
      folder: here.path,
      workshop,
      served: async () => ['v2'],
      log: SILENT,
    })

    for (let n = 1; n <= 12; n += 1) {
      await opened.storage.knowledge.takeUp(`v${n}`, { 'shop.yaml': `# ${n}` })
      const place = await shared.findOther(n === 12 ? 'v1' : 'own')
      expect(await readFile(join(place ?? '', 'shop.yaml'), 'utf8')).toBe(`# ${n}`)
      // Folders of the same millisecond have no order.
      await utimes(join(workshop, `v${n}`), n, n)
    }

    const kept = ['v12', 'v2', ...Array.from({ length: VERSIONS_KEPT }, (_, index) => `v${11 - index}`)]
    expect(await listed(workshop)).toEqual(kept.toSorted())
  })

  it('are written anew where they have gone, and count as new where somebody goes back to one', async () => {
    await using here = await openFolder(OLD)
    const workshop = join(here.path, '.workshop')
    const world = { store: opened.storage.knowledge, folder: here.path, workshop, served: async () => [], log: SILENT }
    const shared = shareKnowledge(world)
    const serve = async (n: number) => {
      await opened.storage.knowledge.takeUp(`v${n}`, { 'shop.yaml': `# ${n}` })
      return (await shared.findOther('own')) ?? ''
    }
    const first = await serve(1)
    await utimes(first, 1, 1)

    await serve(1)
    const { mtimeMs } = await stat(first)
    await pruneVersions(workshop, { inUse: [] })
    await rm(first, { recursive: true })
    const again = await serve(1)

    expect(mtimeMs).toBeGreaterThan(1000)
    expect(await readFile(join(again, 'shop.yaml'), 'utf8')).toBe('# 1')
  })

  it('are looked after by whoever comes next where a crash has left one half-written', async () => {
    await using here = await openFolder(OLD)
    const [old, fresh] = [join(here.path, 'draft-old'), join(here.path, 'draft-new')]
    await mkdir(join(old, 'faq'), { recursive: true })
    await mkdir(fresh)
    await utimes(old, 1, 1)

    await pruneVersions(here.path, { inUse: Object.keys(OLD).map((path) => path.split('/')[0] ?? '') })

    expect(await listed(here.path)).toContain('draft-new')
    expect(await listed(here.path)).not.toContain('draft-old')
  })
})
