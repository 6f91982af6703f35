import { parentPort, workerData } from 'node:worker_threads'
import { type BackupOrder, makeBackup } from './make-backup.ts'

/** Hands over how it ended: an error of another thread would lose what it is. */
makeBackup(workerData as BackupOrder).then(
  ({ path }) => parentPort?.postMessage({ path }),
  (error: unknown) => parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
)
