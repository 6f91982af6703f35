import { parentPort, workerData } from 'node:worker_threads'
import { type GroupingOrder, groupUtterances } from './group-utterances.ts'

parentPort?.postMessage(groupUtterances(workerData as GroupingOrder))
