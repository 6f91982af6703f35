import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { WriteDeps } from '../actions/knowledge/write-knowledge.ts'
import type { Config } from '../config/config.ts'
import { readFiles } from '../knowledge/load.ts'
import { createScribe } from '../knowledge/scribe.ts'
import type { KnowledgeFolder } from '../ports/knowledge-editing.ts'
import type { Log } from '../ports/world.ts'
import { createTrainer } from '../understanding/trainer.ts'
import { createDraftChecker } from './draft-checker.ts'
import { openKnowledgeFolder } from './knowledge-folder.ts'
import { openWorkshop } from './knowledge-workshop.ts'
import { createLog } from './log.ts'
import { openStorage } from './open-storage.ts'
import { replayConversations } from './replay.ts'
import { shareKnowledge } from './shared-knowledge.ts'

/** What a command edits the knowledge with, beside a running server or without one. */
export interface CommandEditing extends AsyncDisposable {
  readonly deps: WriteDeps
}

/** A running server takes up by itself what is written; a folder of several nodes is brought up to what they serve. */
export async function openEditing(config: Config): Promise<CommandEditing> {
  const { storage } = await openStorage(config, { shared: true })
  const log = createLog('error')
  const clock = { now: () => Date.now() }
  const models = join(config.dataDir, 'models')
  const folder = openFolder(config, storage.knowledge, log)
  const workshop = openWorkshop({
    config,
    trainer: createTrainer(models),
    models,
    storage,
    live: {},
    readFolder: async () => (await folder.read()).files,
    replay: replayConversations,
  })
  const scribe = createScribe({ folder: config.knowledgeDir })
  return {
    deps: {
      storage,
      editing: { scribe, workshop, folder, checker: createDraftChecker(log) },
      clock,
      ids: { next: () => randomUUID() },
      log,
    },
    [Symbol.asyncDispose]: () => storage.close(),
  }
}

function openFolder(
  { knowledgeDir, dataDir, databaseUrl, redisUrl }: Config,
  store: Parameters<typeof shareKnowledge>[0]['store'],
  log: Log,
): KnowledgeFolder {
  const several = databaseUrl !== undefined && redisUrl !== undefined
  const workshop = join(dataDir, 'knowledge')
  const shared = several
    ? shareKnowledge({ store, folder: knowledgeDir, workshop, served: async () => [], log })
    : undefined
  const nothing = () => {
    throw new Error('A command serves nobody.')
  }
  return {
    ...openKnowledgeFolder({ folder: knowledgeDir, live: { current: nothing, report: nothing }, shared }),
    // It was tried out before it was written, and serves as soon as a server looks.
    takeUp: async () => ({ version: (await readFiles(knowledgeDir)).version, problems: [] }),
  }
}

export { readFiles } from '../knowledge/load.ts'
export { toPatchLines } from '../knowledge/to-patch.ts'
