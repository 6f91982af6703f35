/// <reference lib="dom" />
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isOpen } from '../../web-console/cases/case-path.ts'
import { loadArchive } from '../../web-console/live/fetch-desk.ts'
import { selectAgents } from '../../web-console/state/select-agents.ts'
import { openPage, type Page } from '../support/page-of.ts'
import { beginDay, DEEDS, type Step, takeStep } from './desk-history.ts'
import { toCaseView, toThreadView, toView } from './desk-view.ts'
import { type Pages, startWorld, type World } from './desk-world.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const RUNS = isLongRun ? 300 : 8
/** Nothing is asked that is not answered, and nothing said that is not stored. */
const AT_REST = { connection: 'online', load: 'ready', open: 0, left: [] }
const PATIENCE = { timeout: 10_000, interval: 15 }
/** Long enough for whatever is still on its way, and short because nothing is. */
const LITTLE_PATIENCE = { timeout: 700, interval: 15 }

const ALL = Object.keys(DEEDS)

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ALL) },
    { weight: 1, arbitrary: fc.constantFrom(...ALL.filter((what) => /the line|late/.test(what))) },
  ),
  who: fc.nat(2),
  which: fc.nat(3),
})

let page: Page

beforeAll(() => {
  page = openPage()
})
afterAll(() => page.close())

it('brings a desk that lived through any history to what a fresh one reads', { timeout: FAULT_TIMEOUT }, async () => {
  const history = fc.array(step, { maxLength: 40, size: 'max' })
  await fc.assert(
    fc.asyncProperty(history, (steps) => replay(steps)),
    // A history that fails is made shorter as long as there is time, and told in any case.
    { numRuns: RUNS, interruptAfterTimeLimit: 0.8 * FAULT_TIMEOUT },
  )
})

/** What is lost, and what it would have told. */
const LOST: readonly (readonly [string, string])[] = [
  ['conversation:changed', 'Zhou labels'],
  ['message:created', 'Zhou notes'],
  ['message:updated', 'the shopper takes back'],
  ['queue:changed', 'Zhou claims'],
  ['presence:changed', 'Zhou rests'],
  ['labels:changed', 'a label has another name'],
  ['reception:changed', 'the reception is switched'],
  ['case:changed', 'Zhou opens a case'],
]

it.each(isLongRun ? LOST : LOST.slice(0, 2))(
  'finds that %s was never told',
  { timeout: FAULT_TIMEOUT },
  async (lost, what) => {
    const steps = [{ what, who: what === 'Zhou claims' ? 1 : 0, which: what === 'the shopper takes back' ? 0 : 1 }]
    await replay(steps)

    await expect(replay(steps, lost)).rejects.toThrow('to deeply equal')
  },
)

async function replay(steps: readonly Step[], lost?: string): Promise<void> {
  await using world = await startWorld(page)
  await beginDay(world)
  if (lost !== undefined) {
    await comeToRest(world)
    world.line.lose(lost)
  }
  for (const one of steps) await takeStep(world, one)

  await comeToRest(world)
  const fresh = world.openPages()
  try {
    fresh.desk.open(world.opened())
    await compare(world, fresh, lost === undefined ? PATIENCE : LITTLE_PATIENCE)
  } finally {
    fresh.close()
  }
}

/** The line is well, and all that was said has been heard. */
async function comeToRest({ line, pages, answered }: World): Promise<void> {
  line.mend()
  line.release()
  await answered()
  await vi.waitFor(() => expect(toRest(pages())).toEqual(AT_REST), PATIENCE)
}

function toRest({ desk }: Pages) {
  const { connection, load, open, outbox } = desk.store.get()
  return { connection, load, open, left: outbox.filter(({ failed }) => !failed) }
}

async function compare(world: World, fresh: Pages, patience: typeof PATIENCE): Promise<void> {
  const lived = world.pages()
  const { filter, load } = lived.desk.store.get().archive
  await loadArchive(fresh.desk.store, filter)
  // What could not be read says so, and is asked for again.
  if (load !== 'ready') await loadArchive(lived.desk.store, filter)
  const opened = world.opened()
  await vi.waitFor(() => expect(toRest(fresh)).toEqual(AT_REST), PATIENCE)
  // What a desk counts is what the server counts.
  const { agents, ...counted } = fresh.desk.store.get()
  expect(selectAgents({ agents, ...counted })).toEqual(Object.values(agents))
  await vi.waitFor(() => {
    expect(toRest(fresh)).toEqual(AT_REST)
    const { outbox: mine, ...seen } = toView(lived.desk.store.get(), opened)
    const { outbox: _, ...read } = toView(fresh.desk.store.get(), opened)
    expect(seen).toEqual(read)
    expect(mine.filter(({ failed }) => !failed)).toEqual([])
    expectSameCases(lived, fresh, world.app.clock.now())
  }, patience)
  // What was open before, and was left, is brought up to date when it is opened again.
  for (const { customerId } of world.shoppers) {
    const known = await world.app.deps.storage.conversations.list({ customerId, limit: 10 })
    for (const { id } of known) {
      lived.desk.open(id)
      fresh.desk.open(id)
      await vi.waitFor(() => {
        expect(toThreadView(lived.desk.store.get(), id)).toEqual(toThreadView(fresh.desk.store.get(), id))
        expect(fresh.desk.store.get().threads[id]?.load).toBe('ready')
      }, PATIENCE)
    }
  }
}

/** Rows that are shown are as they are; if there are others above them, the list says so. */
function expectSameCases(lived: Pages, fresh: Pages, now: number): void {
  const seen = toCaseView(lived, now)
  const read = toCaseView(fresh, now)
  const numbers = new Set(seen.rows.map(({ number }) => number))
  expect(seen.rows.filter(isOpen)).toEqual(read.rows.filter(({ number }) => numbers.has(number)))
  expect(seen.unseen).toBe(read.rows.some(({ number }) => !numbers.has(number)))
}
