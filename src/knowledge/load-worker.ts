import { parentPort, workerData } from 'node:worker_threads'
import { loadKnowledge } from './load.ts'

/** Reads the folder that this thread was started with. */
parentPort?.postMessage(await loadKnowledge(String(workerData)))
