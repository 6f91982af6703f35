import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { isKnowledgePath } from '../domain/knowledge-path.ts'
import type { Pack } from '../domain/pack.ts'
import { ToldError } from '../domain/told-error.ts'
import { readText } from './edit-text.ts'
import { readFiles } from './load.ts'
import { IntentName, Key, Localized, Words } from './schema/words.ts'

const Label = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Localized,
  description: Localized,
  language: z.enum(['zh', 'en']),
  licence: Words,
  facts: z.array(z.strictObject({ name: Key, title: Localized, usual: Localized.exactOptional() })).default([]),
}
/** As its author describes it: what it is made of, and from where. */
const PackSource = z.strictObject({
  ...Label,
  from: Words,
  /** Folders, or single files. */
  files: z.array(Words).min(1),
  quick_replies: z.array(IntentName).default([]),
  risky_intents: z.array(IntentName).default([]),
})
/** As it is handed on: one file with everything in it. */
const PackFile = z.strictObject({
  ...Label,
  quickReplies: z.array(IntentName),
  riskyIntents: z.array(IntentName),
  files: z.record(z.string().refine(isKnowledgePath), z.string()),
  /** Of `files`. */
  hash: z.string(),
})

/** Makes a pack of a description and the files that it names. */
export async function buildPack(source: string): Promise<Pack> {
  const parsed = PackSource.safeParse(readText(await read(source)))
  if (!parsed.success) throw malformed(source, parsed.error)
  const { from, files: wanted, quick_replies, risky_intents, ...label } = parsed.data
  const { files } = await readFiles(resolve(dirname(source), from))
  const isWanted = (path: string) => wanted.some((one) => path === one || path.startsWith(`${one}/`))
  return {
    ...label,
    quickReplies: quick_replies,
    riskyIntents: risky_intents,
    files: Object.fromEntries(Object.entries(files).filter(([path]) => isWanted(path) && path !== 'shop.yaml')),
  }
}

/** Writes it as one file and returns where. The same pack makes the same file. */
export async function writePack(pack: Pack, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${pack.id}-${pack.version}.json`)
  await writeFile(path, `${JSON.stringify({ ...pack, hash: hashOf(pack.files) })}\n`)
  return path
}

/** Reads a pack that was handed on; throws for one that is damaged. */
export async function readPack(path: string): Promise<Pack> {
  let data: unknown
  try {
    data = JSON.parse(await read(path))
  } catch (error) {
    if (error instanceof ToldError) throw error
    throw told(path, '不是 JSON', 'it is no JSON')
  }
  const parsed = PackFile.safeParse(data)
  if (!parsed.success) throw malformed(path, parsed.error)
  const { hash, ...pack } = parsed.data
  if (hash !== hashOf(pack.files))
    throw told(path, '内容和校验值对不上，文件损坏了', 'its files are not those of its hash: it is damaged')
  return pack
}

function hashOf(files: Pack['files']): string {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw told(path, `读不了（${error.code}）`, `it cannot be read (${error.code})`)
  })
}

function malformed(path: string, { issues: [issue] }: z.ZodError): ToldError {
  const where = issue?.path.map(String).join('.') ?? ''
  return told(path, `「${where}」不对：${issue?.message}`, `"${where}" does not fit: ${issue?.message}`)
}

function told(path: string, zh: string, en: string): ToldError {
  return new ToldError({
    zh: `行业包 ${path} 用不了：${zh}。见 docs/packs.md。`,
    en: `The pack ${path} is of no use: ${en}. See docs/packs.md.`,
  })
}
