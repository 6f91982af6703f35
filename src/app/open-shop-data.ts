import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ShopDataDeps } from '../actions/shop-data/shop-data-deps.ts'
import type { Config } from '../config/config.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import type { Locale } from '../domain/localized-text.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import { openStorage } from './open-storage.ts'

/** How often a batch is tried while a running server writes; between two tries it may finish. */
const TRIES = 50
const PAUSE_MILLISECONDS = 40

export interface OpenedShopData {
  readonly deps: ShopDataDeps
  readonly timeZone: string
  close(): Promise<void>
}

/** What an import needs, beside a running server or without one. With `dryRun` everything is tried and nothing kept. */
export async function openShopData(
  config: Config,
  { dryRun, locale }: { readonly dryRun: boolean; readonly locale: Locale },
): Promise<OpenedShopData> {
  const loaded = await loadKnowledge(config.knowledgeDir)
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => toProblemLine(problem, locale)).join('\n'))

  const { knowledge } = loaded
  const { storage } = await openStorage(config, { shared: true })
  const transaction = dryRun ? undone(storage) : storage.transaction
  const beside = config.databaseUrl === undefined ? patiently(transaction) : transaction
  const deps: ShopDataDeps = {
    storage: { ...storage, transaction: beside },
    clock: { now: () => Date.now() },
    ids: { next: () => randomUUID() },
    // A running server looks by itself; nobody else listens here.
    publisher: { publish: () => undefined },
    live: { written: () => knowledge, refreshProducts: async () => undefined },
  }
  return { deps, timeZone: knowledge.shop.timeZone, close: () => storage.close() }
}

type Transaction = Storage['transaction']

/** A SQLite file has one writer at a time: after each turn, a server beside this has as long to take its own. */
export function patiently(transaction: Transaction): Transaction {
  return async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      const begun = performance.now()
      try {
        const result = await transaction(work)
        await pause(performance.now() - begun)
        return result
      } catch (error) {
        if (!isBusy(error) || tries === TRIES) throw error
        await pause(PAUSE_MILLISECONDS)
      }
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

/** Does the work as it would be done, then takes it back: what would be refused is refused. */
function undone(storage: Storage): Transaction {
  return async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const results: T[] = []
    const takeBack = new Error('a trial run keeps nothing')
    try {
      await storage.transaction(async (stores) => {
        results.push(await work(stores))
        throw takeBack
      })
    } catch (error) {
      if (error !== takeBack) throw error
    }
    return results[0] as T
  }
}
