import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { printOfUnderstanding } from './code-print.ts'
import { createFileCache, type FileCache } from './file-cache.ts'
import type { Model } from './model.ts'
import { isSame, printOf, toPrints } from './prints.ts'
import { SEED, trainModel } from './train-model.ts'
import type { TrainingSource } from './training-source.ts'

/** Makes models of what shops wrote down. */
export interface Trainer {
  /** The model of a source; `previous` is the one that serves until now. */
  train(source: TrainingSource, previous?: Model): Promise<Model>
}

/** Trains where it is called: for tools and tests, which wait for it anyway. */
export const trainHere: Trainer = { train: async (source, previous) => trainModel(source, { previous }) }

/** What the worker is started with. */
export interface TrainingOrder {
  readonly source: TrainingSource
  readonly previous: Model | undefined
}

/**
 * Trains in a thread of its own, so that a serving process goes on serving, and keeps models in `folder`:
 * what was trained once, by this very code, is not trained again. Two orders of one source are one training.
 */
export function createTrainer(folder: string): Trainer {
  const cache = createFileCache<Model>(folder, '.model')
  const code = printOfUnderstanding()
  const running = new Map<string, Promise<Model>>()
  return {
    train: async (source, previous) => {
      const prints = toPrints(source, SEED)
      if (previous && isSame(previous.prints, prints)) return previous

      const key = createHash('sha256').update(code).update(printOf(prints)).digest('hex')
      const training = running.get(key) ?? findOrTrain(cache, key, { source, previous })
      running.set(key, training)
      const forget = () => running.delete(key)
      training.then(forget, forget)
      return training
    },
  }
}

async function findOrTrain(cache: FileCache<Model>, key: string, order: TrainingOrder): Promise<Model> {
  const kept = await cache.find(key)
  if (kept) return kept

  const model = await trainApart(order)
  // A model that borrowed from another depends on what came before; the next start finds its own.
  if (!order.previous) await cache.keep(key, model)
  return model
}

function trainApart(order: TrainingOrder): Promise<Model> {
  const worker = startWorker(order)
  return new Promise((resolve, reject) => {
    worker.once('message', (model: Model) => {
      resolve(model)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The training thread ended with code ${code}.`)))
  })
}

/** From the sources (`npm run dev`, tests) a thread needs tsx to read TypeScript; built, it is plain JavaScript. */
function startWorker(order: TrainingOrder): Worker {
  const options = { workerData: order }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./training-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./training-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}
