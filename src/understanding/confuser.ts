import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { printOfUnderstanding } from './code-print.ts'
import type { ConfusedExamples } from './evaluation/count-confusion.ts'
import { createFileCache } from './file-cache.ts'
import type { TrainingSource } from './training-source.ts'

/** What the thread tells. */
export type ConfusionNews =
  | { readonly done: number; readonly total: number }
  | { readonly counted: readonly ConfusedExamples[] }

type OnProgress = (done: number, total: number) => void

/** Counts confusion in a thread of its own; what was counted once, by this very code, is kept in `folder`. Throws what `onProgress` throws. */
export function createConfuser(folder: string) {
  const kept = createFileCache<readonly ConfusedExamples[]>(folder, '.confused')
  return async (source: TrainingSource, onProgress: OnProgress): Promise<readonly ConfusedExamples[]> => {
    const key = createHash('sha256').update(printOfUnderstanding()).update(JSON.stringify(source)).digest('hex')
    const found = await kept.find(key)
    if (found) return found

    const counted = await countApart(source, onProgress)
    await kept.keep(key, counted)
    return counted
  }
}

function countApart(source: TrainingSource, onProgress: OnProgress): Promise<readonly ConfusedExamples[]> {
  const worker = startWorker(source)
  return new Promise<readonly ConfusedExamples[]>((resolve, reject) => {
    worker.on('message', (news: ConfusionNews) => {
      try {
        if ('counted' in news) resolve(news.counted)
        else onProgress(news.done, news.total)
      } catch (error) {
        reject(error)
      }
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The counting thread ended with code ${code}.`)))
  }).finally(() => void worker.terminate())
}

/** As in `trainer.ts`: from the sources a thread needs tsx. */
function startWorker(source: TrainingSource): Worker {
  const options = { workerData: source }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./confusion-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./confusion-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}
