import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { AppError } from '../domain/errors.ts'
import { writeFiles } from '../knowledge/load.ts'
import { loadApart } from '../knowledge/load-apart.ts'
import type { KnowledgeWorkshop } from '../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import type { Storage } from '../ports/storage.ts'
import { createConfuser } from '../understanding/confuser.ts'
import type { Model } from '../understanding/model.ts'
import type { Trainer } from '../understanding/trainer.ts'
import { toTrainingSource } from '../understanding/training-source.ts'
import { prepareFromCache } from './kept-preparation.ts'
import { versionOfFiles } from './knowledge-folder.ts'
import { type LiveFolder, type Preparation, type Prepared, prepareKnowledge } from './live-knowledge.ts'
import type { replayConversations } from './replay.ts'

/** Each holds a trained model in memory: what serves, and a draft or two. */
const KEPT = 3

/** Tries knowledge out in threads and in shops in memory. */
export function openWorkshop(world: {
  readonly config: Config
  readonly trainer: Trainer
  /** Where what was prepared is kept. */
  readonly models: string
  readonly storage: Storage
  readonly live: Pick<LiveFolder, 'serving'>
  readonly readFolder: () => Promise<KnowledgeFiles>
  /** Handed in, for it opens shops that have workshops of their own. */
  readonly replay: typeof replayConversations
}): KnowledgeWorkshop {
  const { config, trainer, models, live } = world
  const confuse = createConfuser(models)
  const kept = new Map<string, Promise<Preparation>>()
  const prepare = (files: KnowledgeFiles): Promise<Preparation> => {
    const version = versionOfFiles(files)
    const found = kept.get(version) ?? prepareBeside(files)
    // The last used stand at the end.
    kept.delete(version)
    kept.set(version, found)
    found.then(
      // Pictures are no part of a version: one that was wanting may be there the next time.
      (made) => made.ok || kept.delete(version),
      () => kept.delete(version),
    )
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return found
  }
  // From what serves, so that an edit changes what it is about and no more, and what is checked is what will serve.
  const prepareBeside = async (files: KnowledgeFiles): Promise<Preparation> => {
    const previous = await findServing(files)
    return prepareApart(files, { config, trainer, models, previous })
  }
  /** Nothing where these very files serve, or nothing good does. */
  const findServing = async (files: KnowledgeFiles): Promise<Model | undefined> => {
    const serving = live.serving?.()
    if (serving) return serving.model
    const there = await world.readFolder()
    if (versionOfFiles(there) === versionOfFiles(files)) return undefined
    const made = await prepare(there)
    return made.ok ? made.model : undefined
  }
  // What serves may lie in no folder any more; where that is not known, it is what lies there.
  const prepareLive = async (): Promise<Prepared> => {
    const serving = live.serving?.()
    if (serving) return serving
    return needGood(await prepare(await world.readFolder()))
  }
  return {
    prepare,
    live: prepareLive,
    confuse: async (files, onProgress) => {
      const { knowledge } = files === 'live' ? await prepareLive() : needGood(await prepare(files))
      return confuse(toTrainingSource(knowledge), onProgress)
    },
    replay: async ({ files, last, onProgress }) => {
      const draft = needGood(await prepare(files))
      const { storage } = world
      return world.replay(config, { live: await prepareLive(), draft, storage, last, onProgress })
    },
  }
}

function needGood(made: Preparation): Prepared {
  if (made.ok) return made
  throw new AppError('knowledge_broken', { problems: made.problems })
}

async function prepareApart(
  files: KnowledgeFiles,
  {
    config,
    trainer,
    models,
    previous,
  }: {
    readonly config: Config
    readonly trainer: Trainer
    readonly models: string
    readonly previous: Model | undefined
  },
): Promise<Preparation> {
  const place = join(config.dataDir, 'drafts')
  await mkdir(place, { recursive: true })
  const folder = await mkdtemp(join(place, 'draft-'))
  try {
    await writeFiles(folder, files)
    await symlink(join(config.knowledgeDir, 'media'), join(folder, 'media'))
    // What borrows from another is kept nowhere: its outcomes are not those of a start.
    return previous
      ? await prepareKnowledge(folder, trainer, { previous, load: loadApart })
      : await prepareFromCache(folder, trainer, models, loadApart)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
