import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import { type Collected, collect, toKnowledgeBase } from './build.ts'
import { checkReferences } from './check.ts'
import { leaveOff } from './leave-off.ts'
import { lint } from './lint.ts'
import { isParsed, type ParsedFile, parseFile } from './parse-file.ts'
import { kindOf } from './schema/kinds.ts'

/** The knowledge of a folder, or everything that is wrong with it. */
export type LoadResult =
  | { readonly ok: true; readonly knowledge: KnowledgeBase; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Reads, validates and checks all YAML files of a folder. All or nothing. */
export async function loadKnowledge(folder: string): Promise<LoadResult> {
  let sources: readonly SourceFile[]
  try {
    sources = await readSources(folder)
  } catch (error) {
    return { ok: false, problems: [unreadable(folder, error)] }
  }
  const { collected, problems, warnings } = await examine(sources, folder)
  if (!collected || problems.length > 0) return { ok: false, problems }
  return { ok: true, knowledge: toKnowledgeBase(collected, versionOf(sources)), warnings }
}

export type ParseFile = typeof parseFile

/** Everything that is wrong with files that need not lie anywhere, and what is odd. Their pictures lie in the folder. */
export async function checkFiles(
  files: KnowledgeFiles,
  folder: string,
  parse?: ParseFile,
): Promise<{ readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }> {
  const sources = Object.entries(files)
    .map(([path, text]) => ({ path, text }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const { problems, warnings } = await examine(sources, folder, parse)
  return { problems, warnings }
}

interface Examined {
  /** Absent without a good shop.yaml. */
  readonly collected: Collected | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

async function examine(
  sources: readonly SourceFile[],
  folder: string,
  parse: ParseFile = parseFile,
): Promise<Examined> {
  const parsed: ParsedFile[] = []
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (const { path, text } of sources) {
    const kind = kindOf(path)
    if (!kind) {
      warnings.push(strayFile(path))
      continue
    }
    const result = parse(path, text, kind)
    // Whoever is served meanwhile waits for one file, not for all.
    await setImmediate()
    if (isParsed(result)) parsed.push(result)
    else problems.push(...result)
  }
  const shop = parsed.find((file): file is ParsedFile<'shop'> => file.kind === 'shop')
  if (!shop) {
    if (!sources.some((source) => source.path === 'shop.yaml')) problems.push(noShop(folder))
    return { collected: undefined, problems, warnings }
  }
  const collected = collect(parsed, shop, problems)
  // A file that could not be read leaves dead references behind: those are not the owner's faults.
  if (problems.length === 0) problems.push(...checkReferences(collected, folder))
  const { left, hints } = leaveOff(collected)
  return { collected: left, problems, warnings: [...warnings, ...hints, ...lint(left)] }
}

async function readSources(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .toSorted()
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}

/** The YAML files of a folder as they are, with the version that they make. */
export async function readFiles(folder: string): Promise<{ version: string; files: Readonly<Record<string, string>> }> {
  const sources = await readSources(folder)
  return { version: versionOf(sources), files: Object.fromEntries(sources.map(({ path, text }) => [path, text])) }
}

/** Writes what `readFiles` has read into another folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path)
    if (relative(folder, file).startsWith('..'))
      throw new Error(`A knowledge file cannot lie outside of its folder: ${path}`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** The name of what these files say; they come in the order of their paths. */
export function versionOf(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`)
  return hash.digest('hex').slice(0, 12)
}

/** A file may vanish between listing and reading, or belong to somebody else. */
function unreadable(folder: string, error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error)
  return {
    place: `${folder}:1:1`,
    cause: { zh: `读不了：${detail}`, en: `it cannot be read: ${detail}` },
    mend: {
      zh: '检查文件夹是否存在、是否有读取权限，再保存一次',
      en: 'check that it is there and readable, then save again',
    },
  }
}

function noShop(folder: string): Problem {
  return {
    place: 'shop.yaml:1:1',
    cause: { zh: `${folder} 里没有 shop.yaml`, en: `there is no shop.yaml in ${folder}` },
    mend: {
      zh: '从示例店铺的 intents/shop.yaml 复制一份再改',
      en: "copy the demo shop's intents/shop.yaml and change it",
    },
  }
}

function strayFile(path: string): Problem {
  return {
    place: `${path}:1:1`,
    cause: {
      zh: '这个文件不在任何一个已知文件夹里，没有读取',
      en: 'this file is in none of the known folders and was not read',
    },
    mend: {
      zh: '放进 faq/、pre-sales/、after-sales/、flows/、products/、lexicon/ 或 tests/',
      en: 'move it into faq/, pre-sales/, after-sales/, flows/, products/, lexicon/ or tests/',
    },
  }
}
