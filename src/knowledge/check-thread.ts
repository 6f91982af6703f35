import { Worker } from 'node:worker_threads'
import type { KnowledgeScribe } from '../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import { tooMuch } from './load-apart.ts'

type Found = Awaited<ReturnType<KnowledgeScribe['check']>>

export interface CheckOrder {
  readonly id: number
  readonly files: KnowledgeFiles
}

export interface CheckAnswer {
  readonly id: number
  readonly found: Found
}

/** Milliseconds, as in `load-apart.ts`. */
const LONGEST = 30_000
/** A thread that nobody needs any more gives back its memory. */
const IDLE = 60_000
const MOST_MEGABYTES = 1024

/**
 * `check` of a scribe in a thread of its own, which is begun when it is first needed: who is served meanwhile waits for nothing. A thread
 * that does not come to an end, or needs too much memory, is a mistake in the files like any other.
 */
export function checkInThread(folder: string, { longest = LONGEST, idle = IDLE } = {}): KnowledgeScribe['check'] {
  const waiting = new Map<number, (found: Found) => void>()
  let worker: Worker | undefined
  let count = 0
  let timer: NodeJS.Timeout | undefined
  const end = (ended: Worker) => {
    if (worker !== ended) return
    worker = undefined
    clearTimeout(timer)
    void ended.terminate()
    const given = [...waiting.values()]
    waiting.clear()
    for (const settle of given) settle({ problems: tooMuch(folder), warnings: [] })
  }
  /** It ends unless it answers in time; once nobody waits, unless it is needed again. */
  const watch = (watched: Worker) => {
    clearTimeout(timer)
    timer = setTimeout(() => end(watched), waiting.size > 0 ? longest : idle)
    timer.unref()
    // The process waits for an answer, not for a thread that has nothing to do.
    if (waiting.size > 0) watched.ref()
    else watched.unref()
  }
  const start = (): Worker => {
    const started = startWorker(folder)
    started.on('message', ({ id, found }: CheckAnswer) => {
      waiting.get(id)?.(found)
      waiting.delete(id)
      watch(started)
    })
    started.once('error', () => end(started))
    started.once('exit', () => end(started))
    return started
  }
  return (files) =>
    new Promise((resolve) => {
      worker ??= start()
      count += 1
      waiting.set(count, resolve)
      worker.postMessage({ id: count, files } satisfies CheckOrder)
      watch(worker)
    })
}

/** From the sources (tests) a thread needs tsx to read TypeScript; built, it is plain JavaScript. */
function startWorker(folder: string): Worker {
  const options = { workerData: folder, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./check-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./check-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}
