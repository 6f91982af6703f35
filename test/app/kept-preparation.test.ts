import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { prepareFromCache } from '../../src/app/kept-preparation.ts'
import type { Prepared } from '../../src/app/live-knowledge.ts'
import { createFileCache } from '../../src/understanding/file-cache.ts'
import { createTrainer } from '../../src/understanding/trainer.ts'
import { GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'

const FILE = 'faq/shipping.yaml'

/** Prepares a folder as one start after the other does. */
async function openShop(files: Readonly<Record<string, string>> = GOOD) {
  const shop = await openFolder(files)
  const cache = await openFolder({})
  return {
    shop,
    cache: cache.path,
    prepare: () => prepareFromCache(shop.path, createTrainer(cache.path), cache.path),
    [Symbol.asyncDispose]: async () => {
      await shop[Symbol.asyncDispose]()
      await cache[Symbol.asyncDispose]()
    },
  }
}

function good(prepared: Awaited<ReturnType<typeof prepareFromCache>>): Prepared {
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems))
  return prepared
}

function answerOf({ brain }: Prepared, text: string) {
  return brain.understanding.understand({ text, locale: 'zh', at: 0 }).candidates
}

it('begins a second time with what the first start has read, checked and tested', async () => {
  await using one = await openShop()
  const first = good(await one.prepare())

  const second = good(await one.prepare())

  expect(second.knowledge).toEqual(first.knowledge)
  expect(second.warnings).toEqual(first.warnings)
  expect(second.outcomes).toEqual(first.outcomes)
  expect(second.outcomes.length).toBeGreaterThan(0)
  expect(answerOf(second, '周末发不发货呀')).toEqual(answerOf(first, '周末发不发货呀'))
})

it('does so by what it finds in the cache', async () => {
  await using one = await openShop()
  await one.prepare()
  const [file = ''] = (await readdir(one.cache)).filter((name) => name.endsWith('.knowledge'))
  const key = file.slice(0, -'.knowledge'.length)
  const cache = createFileCache<object>(one.cache, '.knowledge')
  await cache.keep(key, { ...(await cache.find(key)), outcomes: [] })

  expect(good(await one.prepare()).outcomes).toEqual([])
})

it('reads again what was edited between two starts', async () => {
  await using one = await openShop()
  await one.prepare()
  await one.shop.write(FILE, (GOOD[FILE] ?? '').replace('say: 明天发出', 'say: 后天发出'))

  const { knowledge } = good(await one.prepare())

  expect(JSON.stringify(knowledge.intents.get('shipping_time')?.answers)).toContain('后天发出')
})

it('refuses what was broken between two starts, a picture that has gone included', async () => {
  await using one = await openShop()
  await one.prepare()
  await one.shop.write(FILE, 'intents: [')
  expect((await one.prepare()).ok).toBe(false)

  await one.shop.write(FILE, GOOD[FILE] ?? '')
  await rm(join(one.shop.path, 'media/dress.svg'))
  expect((await one.prepare()).ok).toBe(false)
})

it('keeps nothing of knowledge that is broken', async () => {
  await using one = await openShop({ ...GOOD, [FILE]: goodBut(FILE, '明天发出', '"{{ no.such_fact }}"') })

  expect([(await one.prepare()).ok, (await one.prepare()).ok]).toEqual([false, false])
})
