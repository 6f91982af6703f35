import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTrainer } from '../../src/understanding/trainer.ts'
import { openFolder } from '../knowledge/shop-folder.ts'
import { SMALL_SHOP } from './small-shop.ts'

const OTHER_SHOP = { ...SMALL_SHOP, outOfScope: [...SMALL_SHOP.outOfScope, '明天考试好紧张'] }

it('lets others run while it trains', async () => {
  await using folder = await openFolder({})
  let turns = 0
  const watch = setInterval(() => turns++, 1)

  const model = await createTrainer(folder.path).train(SMALL_SHOP)
  clearInterval(watch)

  expect(model.intents).toHaveLength(SMALL_SHOP.intents.length)
  expect(turns).toBeGreaterThan(10)
})

it('keeps what it trained, for the next start', async () => {
  await using folder = await openFolder({})
  const first = await createTrainer(folder.path).train(SMALL_SHOP)
  const [file = ''] = await readdir(folder.path)
  const bytes = await readFile(join(folder.path, file))

  const second = await createTrainer(folder.path).train(SMALL_SHOP)

  expect(second).toEqual(first)
  expect(await readdir(folder.path)).toEqual([file])
  expect(await readFile(join(folder.path, file))).toEqual(bytes)
})

it('trains again where a kept model is damaged', async () => {
  await using folder = await openFolder({})
  const first = await createTrainer(folder.path).train(SMALL_SHOP)
  const [file = ''] = await readdir(folder.path)
  await writeFile(join(folder.path, file), 'not a model')

  expect(await createTrainer(folder.path).train(SMALL_SHOP)).toEqual(first)
})

it('makes one training of two orders for the same shop, and none of an unchanged one', async () => {
  await using folder = await openFolder({})
  const trainer = createTrainer(folder.path)

  const [one, other] = await Promise.all([trainer.train(SMALL_SHOP), trainer.train(SMALL_SHOP)])

  expect(one).toBe(other)
  expect(await trainer.train(structuredClone(SMALL_SHOP), one)).toBe(one)
})

it('does not keep a model whose calibration is borrowed', async () => {
  await using folder = await openFolder({})
  const trainer = createTrainer(folder.path)
  const previous = await trainer.train(SMALL_SHOP)

  const next = await trainer.train(OTHER_SHOP, previous)

  expect(next.calibration).toEqual(previous.calibration)
  expect(await readdir(folder.path)).toHaveLength(1)
})
