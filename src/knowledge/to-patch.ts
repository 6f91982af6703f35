import { structuredPatch } from 'diff'
import type { FileChange } from '../ports/knowledge-editing.ts'

const CONTEXT = 2

/** What has changed in a file, line by line, as `diff -u` writes it: `-` was, `+` is, `@@` says where. */
export function toPatchLines({ path, before = '', after = '' }: FileChange): readonly string[] {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: CONTEXT })
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ])
}
