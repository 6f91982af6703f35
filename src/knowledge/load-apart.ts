import { Worker } from 'node:worker_threads'
import type { Problem } from '../domain/knowledge.ts'
import type { LoadResult } from './load.ts'

/** Milliseconds. Ten thousand intents take two seconds; what takes longer than this was not written by an owner. */
const LONGEST = 30_000
const MOST_MEGABYTES = 1024

export interface ApartOptions {
  readonly longest?: number
}

/**
 * Reads a folder in a thread of its own, so that a serving process goes on serving whatever the files hold. A thread that does
 * not come to an end, or needs too much memory, is a mistake in the files like any other.
 */
export function loadApart(folder: string, { longest = LONGEST }: ApartOptions = {}): Promise<LoadResult> {
  return new Promise((resolve) => {
    const worker = startWorker(folder)
    const end = (result: LoadResult) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ ok: false, problems: tooMuch(folder) }), longest)
    worker.once('message', end)
    worker.once('error', () => end({ ok: false, problems: tooMuch(folder) }))
  })
}

/** From the sources (`npm run dev`, tests) a thread needs tsx to read TypeScript; built, it is plain JavaScript. */
function startWorker(folder: string): Worker {
  const options = { workerData: folder, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./load-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./load-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}

/** What is wrong with files that cannot be read in time, or within the memory that there is. */
export function tooMuch(folder: string): readonly Problem[] {
  return [
    {
      place: `${folder}:1:1`,
      cause: {
        zh: '读这些文件用了太久，或占了太多内存',
        en: 'to read these files takes too long, or too much memory',
      },
      mend: {
        zh: '看看最近改过的文件里有没有大段重复的内容，拆小或删掉',
        en: 'look for masses of repeated text in what was changed last; split or remove it',
      },
    },
  ]
}
