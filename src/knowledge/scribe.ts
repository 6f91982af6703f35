import type { KnowledgeScribe } from '../ports/knowledge-editing.ts'
import { editText, readText } from './edit-text.ts'
import { listEntries } from './list-entries.ts'
import { checkFiles, type ParseFile } from './load.ts'
import { mergeTexts } from './merge-texts.ts'
import { parseFile } from './parse-file.ts'
import { kindOf, toJsonSchemas } from './schema/kinds.ts'

/** Files whose reading is kept: of a draft, one file at a time becomes another. */
const KEPT = 400
/** Of these several states of one file may be kept. */
const KEPT_ENTRIES = 150

/** Reads, writes, merges and checks an owner's files. `folder` is where their pictures lie. */
export function createScribe({ folder }: { readonly folder: string }): KnowledgeScribe {
  const parse = keepParsed()
  return {
    edit: editText,
    read: (text) => readText(text) ?? {},
    entries: keepEntries(),
    merge: mergeTexts,
    check: (files) => checkFiles(files, folder, parse),
    schemas: toJsonSchemas,
    kindOf: (path) => (/\.ya?ml$/.test(path) ? kindOf(path) : undefined),
  }
}

/** What was read once is not read again as long as its text is the same. */
function keepParsed(): ParseFile {
  const kept = new Map<string, { readonly text: string; readonly result: ReturnType<ParseFile> }>()
  return ((path, text, kind) => {
    const known = kept.get(path)
    if (known?.text === text) return known.result
    const result = parseFile(path, text, kind)
    kept.delete(path)
    kept.set(path, { text, result })
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return result
  }) as ParseFile
}

function keepEntries(): KnowledgeScribe['entries'] {
  const kept = new Map<string, ReturnType<typeof listEntries>>()
  return (text, section) => {
    const key = `${section}\n${text}`
    const entries = kept.get(key) ?? listEntries(text, section)
    kept.delete(key)
    kept.set(key, entries)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_ENTRIES && oldest !== undefined) kept.delete(oldest)
    return entries
  }
}
