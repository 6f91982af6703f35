import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HAN_TABLES_URL } from './tables/layout.ts'
import { WORDS_URL } from './tables/words.ts'

let own: string | undefined

/** Changes with the code and the tables that messages are understood by. */
export function printOfUnderstanding(): string {
  own ??= createHash('sha256')
    .update(printOfCode(new URL('.', import.meta.url)))
    .update(readFileSync(fileURLToPath(HAN_TABLES_URL)))
    .update(readFileSync(fileURLToPath(WORDS_URL)))
    .digest('hex')
  return own
}

/** Changes with any file of code in a folder. */
export function printOfCode(folder: URL): string {
  const path = fileURLToPath(folder)
  const hash = createHash('sha256')
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:js|ts)$/.test(name)) hash.update(readFileSync(join(path, name)))
  }
  return hash.digest('hex')
}
