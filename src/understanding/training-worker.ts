import { parentPort, workerData } from 'node:worker_threads'
import { trainModel } from './train-model.ts'
import type { TrainingOrder } from './trainer.ts'

/** The arrays of a model: handed over, not copied, so that the serving thread does not wait for them. */
function listBuffers(value: unknown): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  if (typeof value !== 'object' || value === null || value instanceof Map) return []
  return Object.values(value).flatMap(listBuffers)
}

const { source, previous } = workerData as TrainingOrder
const model = trainModel(source, { previous })
parentPort?.postMessage(model, [...new Set(listBuffers(model))])
