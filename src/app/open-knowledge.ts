import { join } from 'node:path'
import { PUBLISH_LANE } from '../actions/knowledge/lanes.ts'
import type { Config } from '../config/config.ts'
import { checkInThread } from '../knowledge/check-thread.ts'
import { createScribe } from '../knowledge/scribe.ts'
import type { KnowledgeEditing, KnowledgeScribe } from '../ports/knowledge-editing.ts'
import type { Clock, Lanes, Publisher } from '../ports/world.ts'
import { createTrainer } from '../understanding/trainer.ts'
import type { Parts } from './app.ts'
import { createDraftChecker } from './draft-checker.ts'
import { prepareFromCache } from './kept-preparation.ts'
import { openKnowledgeFolder } from './knowledge-folder.ts'
import { openWorkshop } from './knowledge-workshop.ts'
import { type LiveFolder, startLiveKnowledge } from './live-knowledge.ts'
import { recordSaved } from './record-saved.ts'
import { settleWrites } from './settle-writes.ts'
import { shareKnowledge } from './shared-knowledge.ts'

/** Serves the owner's folder, and opens what edits it. */
export async function openKnowledge(
  config: Config,
  parts: Parts & {
    readonly clock: Clock
    readonly lanes: Lanes
    readonly publisher: Publisher
    readonly severalNodes: boolean
  },
): Promise<{ readonly live: LiveFolder; readonly editing: KnowledgeEditing }> {
  const { opened, log, clock, lanes, publisher, watch, severalNodes } = parts
  const { storage } = opened
  const folder = config.knowledgeDir
  const models = join(config.dataDir, 'models')
  const trainer = createTrainer(models)
  const shared = severalNodes
    ? shareKnowledge({
        store: storage.knowledge,
        folder,
        workshop: join(config.dataDir, 'knowledge'),
        served: async () => (await storage.nodes.list()).map(({ knowledge }) => knowledge),
        log,
      })
    : undefined
  const start = async () => {
    await lanes
      .run(PUBLISH_LANE, () => settleWrites({ folder, storage, alone: !severalNodes, now: clock.now(), log }))
      // What is wrong with the folder is said where it is read next.
      .catch((error: unknown) => log.error({ error }, 'an interrupted publication could not be settled'))
    return startLiveKnowledge({
      folder,
      watch,
      trainer,
      prepare: (from) => prepareFromCache(from, trainer, models),
      products: storage.products,
      publisher,
      log,
      shared,
      onServing: recordSaved({ folder, store: storage.publications, clock, log }),
    })
  }
  const live = parts.live ?? (await start())
  const place = openKnowledgeFolder({ folder, live, shared })
  const workshop = openWorkshop({
    config,
    trainer,
    models,
    storage,
    live,
    readFolder: async () => (await place.read()).files,
    // The stages are apps like this one, which these modules are parts of.
    replay: async (...request) => (await import('./replay.ts')).replayConversations(...request),
  })
  return {
    live,
    editing: { scribe: openScribe(folder), workshop, folder: place, checker: createDraftChecker(log) },
  }
}

/** While shoppers are served, checking goes on in a thread. From the sources that would take longer to start than the check takes. */
function openScribe(folder: string): KnowledgeScribe {
  const scribe = createScribe({ folder })
  return import.meta.url.endsWith('.ts') ? scribe : { ...scribe, check: checkInThread(folder) }
}
