import { parentPort, workerData } from 'node:worker_threads'
import { trainModel } from './train-model.ts'
import type { TrainingOrder } from './trainer.ts'

const { source, previous } = workerData as TrainingOrder
parentPort?.postMessage(trainModel(source, { previous }))
