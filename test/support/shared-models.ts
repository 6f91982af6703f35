import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARED_MODELS, startServer } from './server-process.ts'

/** Trains the demo shop once, before the first tests would all do it at the same time. Removed with the run: the next has other code. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-models-'))
  process.env[SHARED_MODELS] = folder
  await (await startServer())[Symbol.asyncDispose]()
  return () => rmSync(folder, { recursive: true, force: true })
}
