import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { GroupingOrder } from './group-utterances.ts'

type Groups = readonly (readonly number[])[]

/** Groups utterances in a thread of its own, so that shoppers do not wait for it. What was asked last is remembered: pages are turned. */
export function createGrouping(): (order: GroupingOrder) => Promise<Groups> {
  let last: { readonly print: string; readonly groups: Promise<Groups> } | undefined
  return async (order) => {
    const print = createHash('sha256').update(JSON.stringify(order.utterances)).digest('hex')
    if (last?.print === print) return last.groups

    const groups = groupApart(order)
    last = { print, groups }
    groups.catch(() => {
      last = undefined
    })
    return groups
  }
}

function groupApart(order: GroupingOrder): Promise<Groups> {
  const worker = startWorker(order)
  return new Promise((resolve, reject) => {
    worker.once('message', (groups: Groups) => {
      resolve(groups)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The grouping thread ended with code ${code}.`)))
  })
}

/** As the trainer starts its own: from the sources a thread needs tsx. */
function startWorker(order: GroupingOrder): Worker {
  const options = { workerData: order }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./grouping-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./grouping-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}
