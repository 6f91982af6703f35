import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { type loadKnowledge, readFiles } from '../knowledge/load.ts'
import { printOfCode, printOfUnderstanding } from '../understanding/code-print.ts'
import { createFileCache } from '../understanding/file-cache.ts'
import type { Trainer } from '../understanding/trainer.ts'
import { toTrainingSource } from '../understanding/training-source.ts'
import { createBrain } from './brain.ts'
import { type Preparation, type Prepared, prepareKnowledge } from './live-knowledge.ts'

type Kept = Pick<Prepared, 'knowledge' | 'warnings' | 'outcomes'>

/**
 * The same as `prepareKnowledge`, for a start: what was read, checked and tested once, by this very code, is neither read nor
 * checked nor tested again, but taken from `cache`, where it is kept by a hash of all that it was made of.
 */
export async function prepareFromCache(
  folder: string,
  trainer: Trainer,
  cache: string,
  load?: typeof loadKnowledge,
): Promise<Preparation> {
  const kept = createFileCache<Kept>(cache, '.knowledge')
  const key = await printOf(folder).catch(() => undefined)
  const found = key === undefined ? undefined : await kept.find(key)
  if (found) {
    const model = await trainer.train(toTrainingSource(found.knowledge))
    return { ok: true, ...found, model, brain: createBrain(found.knowledge, model) }
  }

  const prepared = await prepareKnowledge(folder, trainer, load && { load })
  if (prepared.ok && key !== undefined) {
    const { knowledge, warnings, outcomes } = prepared
    await kept.keep(key, { knowledge, warnings, outcomes })
  }
  return prepared
}

/** Of pictures only the names count: the check asks whether they are there. */
async function printOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const { version } = await readFiles(folder)
  return createHash('sha256')
    .update(printOfUnderstanding())
    .update(printOfCode(new URL('../knowledge/', import.meta.url)))
    .update(printOfCode(new URL('../domain/', import.meta.url)))
    .update(JSON.stringify([version, names.toSorted()]))
    .digest('hex')
}
