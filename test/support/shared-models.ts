import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the servers of one test run find the models that one of them has trained. Removed with the run: the next has other code. */
export const SHARED_MODELS = 'XIAOER_TEST_MODELS'

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-models-'))
  process.env[SHARED_MODELS] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
