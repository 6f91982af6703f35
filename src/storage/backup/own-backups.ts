import { Worker } from 'node:worker_threads'
import type { Backups } from '../../ports/backups.ts'
import { type BackupOrder, backupTime, listBackups } from './make-backup.ts'

/** Backups in a thread of their own: to hash and to check a large copy takes seconds that no shopper should wait for. */
export function createBackups(order: BackupOrder, everyMilliseconds: number): Backups {
  let running: { readonly worker: Worker; readonly ended: Promise<void> } | undefined

  const start = () => {
    const worker = startWorker(order)
    const ended = settle(worker).finally(() => {
      running = undefined
    })
    return { worker, ended }
  }
  return {
    everyMilliseconds,
    newestAt: async () => {
      // A folder that cannot be read stops nobody from serving: the next backup says why it failed.
      const newest = (await listBackups(order.folder).catch(() => [])).at(-1)
      return newest === undefined ? undefined : backupTime(newest)
    },
    make: () => {
      running ??= start()
      return running.ended
    },
    isRunning: () => running !== undefined,
    stop: async () => {
      await running?.worker.terminate()
    },
  }
}

function settle(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (told: { path: string } | { failed: string }) => {
      if ('failed' in told) reject(new Error(told.failed))
      else resolve()
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The backup ended with code ${code} before it was whole.`)))
  })
}

/** From the sources (`npm run dev`, tests) a thread needs tsx to read TypeScript; built, it is plain JavaScript. */
function startWorker(order: BackupOrder): Worker {
  const options = { workerData: order }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./backup-worker.js', import.meta.url), options)

  const file = JSON.stringify(new URL('./backup-worker.ts', import.meta.url).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`
  return new Worker(script, { ...options, eval: true })
}
