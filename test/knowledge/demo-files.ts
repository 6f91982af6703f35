import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import { readFiles } from '../../src/knowledge/load.ts'

/** The YAML files of the demo shop, by path. */
export async function readDemoFiles(): Promise<Readonly<Record<string, string>>> {
  const { files } = await readFiles(join(ROOT, 'intents'))
  return files
}
