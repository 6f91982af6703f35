import { join } from 'node:path'
import { type ClusterList, readClusters } from '../actions/questions/list-clusters.ts'
import type { Config } from '../config/config.ts'
import { addDays, toLocalTime } from '../domain/calendar.ts'
import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import type { QuestionKind } from '../domain/mining/kept-question.ts'
import type { Storage } from '../ports/storage.ts'
import { createTrainer } from '../understanding/trainer.ts'
import { prepareFromCache } from './kept-preparation.ts'
import { openStorage } from './open-storage.ts'

export interface MiningRequest {
  /** How far back, today included. */
  readonly days: number
  readonly kinds?: readonly QuestionKind[]
  /** How many groups. */
  readonly most: number
  /** Conversations that are read, of so many that were not. */
  readonly onProgress: (done: number, total: number) => void
}

export type Mined =
  | { readonly ok: true; readonly list: ClusterList; readonly knowledge: KnowledgeBase }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What 小二 could not answer, in groups that ask the same; beside a running server or without one. */
export async function mineQuestions(config: Config, request: MiningRequest): Promise<Mined> {
  const { days, kinds, most, onProgress } = request
  const models = join(config.dataDir, 'models')
  const prepared = await prepareFromCache(config.knowledgeDir, createTrainer(models), models)
  if (!prepared.ok) return prepared

  const { brain, knowledge } = prepared
  const { storage } = await openStorage(config, { shared: true })
  try {
    await catchUp(storage, onProgress)
    const clock = { now: () => Date.now() }
    const until = toLocalTime(clock.now(), knowledge.shop.timeZone).date
    const wish = { from: addDays(until, 1 - days), until, limit: most, ...(kinds && { kinds }) }
    const list = await readClusters({ storage, clock, live: { current: () => brain } }, wish)
    return { ok: true, list, knowledge }
  } finally {
    await storage.close()
  }
}

const MESSAGES_AT_ONCE = 100
const MOST_COUNTED = 1_000_000

/** Reads what no server has read yet; all of it where there never was one of this version. */
async function catchUp({ search }: Storage, onProgress: MiningRequest['onProgress']): Promise<void> {
  const total = await search.countBehind(MOST_COUNTED)
  if (total === 0) return
  while ((await search.catchUp(MESSAGES_AT_ONCE)) > 0) {
    onProgress(total - (await search.countBehind(MOST_COUNTED)), total)
  }
}
