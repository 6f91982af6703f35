import { z } from 'zod'
import { FlowsFile } from './flows.ts'
import { IntentsFile } from './intents.ts'
import { LexiconFile, TestsFile } from './lexicon.ts'
import { ProductsFile } from './products.ts'
import { ShopFile } from './shop.ts'

/** The form of the files under `intents/`; `docs/knowledge.md` explains it. Unknown keys are errors: a typo must not be silent. */

/** Every kind of file, by the name that its JSON Schema gets. */
export const FILE_KINDS = {
  shop: ShopFile,
  intents: IntentsFile,
  products: ProductsFile,
  flows: FlowsFile,
  lexicon: LexiconFile,
  tests: TestsFile,
} as const
export type FileKind = keyof typeof FILE_KINDS

const FOLDERS: Readonly<Record<string, FileKind>> = {
  faq: 'intents',
  'pre-sales': 'intents',
  'after-sales': 'intents',
  products: 'products',
  flows: 'flows',
  lexicon: 'lexicon',
  tests: 'tests',
}

/** The kind of a file by where it lies, its path being relative to the folder; undefined for files that are none of ours. */
export function kindOf(path: string): FileKind | undefined {
  if (path === 'shop.yaml') return 'shop'
  return FOLDERS[path.split('/')[0] ?? '']
}

/** JSON Schemas for editors, by kind. */
export function toJsonSchemas(): Readonly<Record<FileKind, object>> {
  const entries = Object.entries(FILE_KINDS).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'input' })])
  return Object.fromEntries(entries) as Record<FileKind, object>
}
