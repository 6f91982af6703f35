import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'

/** A file of knowledge, as a page of docs/ shows it. */
export interface DocumentedFile {
  readonly path: string
  readonly text: string
}

/** The YAML blocks of a page, in order. Each begins with the path of its file, else it could not be tried out. */
export function listDocumented(page: string): readonly DocumentedFile[] {
  const blocks = [...readFileSync(join(ROOT, 'docs', page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
  return blocks.map(([, text = '']) => {
    const path = /^# ([\w/-]+\.yaml)\n/.exec(text)?.[1]
    if (path === undefined) throw new Error(`docs/${page}: this block does not name its file: ${text.slice(0, 60)}`)
    return { path, text }
  })
}

/** The files by path; where a page shows one twice, the last counts. */
export function toFolder(files: readonly DocumentedFile[]): Readonly<Record<string, string>> {
  const named = Object.fromEntries(files.map(({ path, text }) => [path, text]))
  const pictures = files.flatMap(({ text }) => text.match(/(?<=image: \/)media\/\S+\.svg/g) ?? [])
  return {
    ...named,
    ...Object.fromEntries(pictures.map((path) => [path, '<svg xmlns="http://www.w3.org/2000/svg"/>'])),
  }
}

/** All files of a folder, by their path in it. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** The names that a table's first column holds in backticks. `head` is how its first row begins. */
export function namesInTable(page: string, head: string): readonly string[] {
  const lines = readFileSync(join(ROOT, 'docs', page), 'utf8').split('\n')
  const start = lines.findIndex((line) => line.startsWith(head))
  if (start < 0) throw new Error(`docs/${page} has no table "${head}"`)

  const rest = lines.slice(start + 2)
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  )
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
}
