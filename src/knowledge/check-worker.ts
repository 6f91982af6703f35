import { parentPort, workerData } from 'node:worker_threads'
import type { CheckAnswer, CheckOrder } from './check-thread.ts'
import { createScribe } from './scribe.ts'

/** Checks what it is sent, and keeps what it has read: of a draft, one file at a time becomes another. */
const scribe = createScribe({ folder: String(workerData) })
parentPort?.on('message', async ({ id, files }: CheckOrder) => {
  parentPort?.postMessage({ id, found: await scribe.check(files) } satisfies CheckAnswer)
})
