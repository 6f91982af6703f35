/** What the shop knows, and how it came to be. Times are epoch milliseconds, JSON is text: the same columns on both engines. */

/** The highest `place` is served. `files` is JSON, path to hash of the text, and empty for what is long past. */
export interface KnowledgeVersionRow {
  version: string
  place: number
  files: string
}

/** `text` is JSON: not every driver gives a byte order mark back, and no PostgreSQL takes a NUL. */
export interface KnowledgeTextRow {
  hash: string
  text: string
}

/** `base` and `text` are JSON. */
export interface KnowledgeDraftRow {
  path: string
  base: string | null
  text: string | null
  by_id: string
  by_name: string
  at: number
}

/** `found` is JSON. */
export interface DraftCheckRow {
  print: string
  at: number
  found: string
}

/** `changed` is JSON, a list of paths; `files` is JSON, path to hash of the text. */
export interface PublicationRow {
  number: number
  version: string
  kind: string
  at: number
  by_id: string | null
  by_name: string | null
  note: string
  changed: string
  files: string
}

/** `write` is JSON. */
export interface KnowledgeWriteRow {
  id: string
  at: number
  write: string
}
