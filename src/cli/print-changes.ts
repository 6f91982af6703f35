import { toPatchLines } from '../app/open-editing.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { FileChange } from '../ports/knowledge-editing.ts'
import { pick } from './words.ts'

/** Of longer differences the first lines tell what they are about. */
const LINES_SHOWN = 200
const COLOURS: Readonly<Record<string, string>> = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' }
const PLAIN = '\u001b[0m'

/** Prints which files differ, and how. */
export function printChanges(changes: readonly FileChange[], locale: Locale): void {
  console.log(
    pick(
      locale,
      `改动 ${changes.length} 个文件：`,
      changes.length === 1 ? '1 file changes:' : `${changes.length} files change:`,
    ),
  )
  for (const change of changes) {
    console.log(`\n${markOf(change)} ${change.path}`)
    const lines = toPatchLines(change)
    for (const line of lines.slice(0, LINES_SHOWN)) console.log(`  ${colour(line)}`)
    const left = lines.length - LINES_SHOWN
    if (left > 0) console.log(pick(locale, `  …还有 ${left} 行`, `  … and ${left} lines more`))
  }
  console.log('')
}

function markOf({ before, after }: FileChange): string {
  if (before === undefined) return '+'
  return after === undefined ? '-' : '~'
}

function colour(line: string): string {
  const code = process.stdout.isTTY ? COLOURS[line.slice(0, 1)] : undefined
  return code === undefined ? line : `${code}${line}${PLAIN}`
}
