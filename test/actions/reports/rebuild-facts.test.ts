import { expect, it } from 'vitest'
import { countFacts } from '../../../src/actions/reports/count-facts.ts'
import { rebuildFacts } from '../../../src/actions/reports/rebuild-facts.ts'
import { openMemory } from '../../../src/app/open-storage.ts'
import type { KnowledgeBase } from '../../../src/domain/knowledge.ts'
import { FACT_KINDS, type Fact } from '../../../src/domain/metrics/fact.ts'
import { FRIDAY, givenMonday } from '../../support/figures-fixture.ts'

/** The shop of the fixture, as counting needs it. */
async function openShop() {
  const opened = await openMemory()
  await givenMonday(opened)
  while ((await opened.storage.search.catchUp(1000)) > 0);
  const knowledge = { shop: { timeZone: 'Asia/Shanghai', currency: 'CNY' }, desk: { promises: [] } }
  const deps = {
    storage: opened.storage,
    clock: { now: () => FRIDAY },
    live: { current: () => ({ knowledge: knowledge as unknown as KnowledgeBase }) },
  }
  const dump = async () => {
    const where = { from: '2026-01-01', until: '2026-12-31' }
    const all: Fact[] = []
    for (const of of FACT_KINDS) {
      all.push(...(await opened.storage.figures.list({ of, counted: {}, where, now: FRIDAY, limit: 1000 })))
    }
    return all
  }
  return { deps, dump, [Symbol.asyncDispose]: () => opened.storage.close() }
}

it('goes on where it was cut off, wherever that was', async () => {
  await using shop = await openShop()
  const { facts } = shop.deps.storage
  await countFacts(shop.deps)
  const whole = await shop.dump()
  expect(whole.length).toBeGreaterThan(40)

  // Each transaction of the counting is where the process may die: after so many of them.
  for (let survived = 0; survived < 3; survived += 1) {
    let left = survived
    const transaction: typeof shop.deps.storage.transaction = (work) => {
      if (left === 0) throw new Error('the process is killed')
      left -= 1
      return shop.deps.storage.transaction(work)
    }
    const dying = { ...shop.deps, storage: { ...shop.deps.storage, transaction } }
    await expect(rebuildFacts(dying)).rejects.toThrow('killed')
    const behind = await facts.countBehind(100)
    expect(behind).toBe(survived === 0 ? 0 : 15)

    const told: number[] = []
    await rebuildFacts(shop.deps, (share) => told.push(share))

    expect(told.at(-1)).toBe(1)
    expect(await facts.countBehind(100)).toBe(0)
    expect(await shop.dump()).toEqual(whole)
  }
  expect(await facts.countedUntil()).toBe(FRIDAY)
})

it('leaves nothing of the work behind when nothing is new', async () => {
  await using shop = await openShop()
  await countFacts(shop.deps)

  expect(await shop.deps.storage.facts.countBehind(100)).toBe(0)
  const before = await shop.dump()
  await countFacts(shop.deps)

  expect(await shop.dump()).toEqual(before)
})
