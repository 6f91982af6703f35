import type { AgentId, IntentId } from '../domain/ids.ts'
import type { Problem } from '../domain/knowledge.ts'
import type { LocalizedText } from '../domain/localized-text.ts'
import type { TestOutcome } from '../domain/owner-tests.ts'
import type { ReplayedQuestion, ReplayVerdict } from '../domain/replay.ts'
import type { KnowledgeFiles } from './nodes.ts'
import type { Brain } from './world.ts'

/** One file that the draft changes. The shop has one draft, which its owners share. */
export interface DraftFile {
  /** Relative to the knowledge folder: `faq/shipping.yaml`. */
  readonly path: string
  /** What lay in the folder when the file was first changed; absent: it is new. */
  readonly base?: string
  /** What it is to be; absent: it is to go. */
  readonly text?: string
  readonly by: { readonly id: AgentId; readonly name: string }
  readonly at: number
}

export interface KnowledgeDraftStore {
  /** By path. */
  list(): Promise<readonly DraftFile[]>
  find(path: string): Promise<DraftFile | undefined>
  /** Keeps a file in place of what the writer has seen (`seen`: when that was changed; absent: it was not in the draft); false if it has changed since. */
  save(file: DraftFile, seen: number | undefined): Promise<boolean>
  /** Forgets these changes, or all. */
  discard(paths?: readonly string[]): Promise<void>
}

export const PUBLICATION_KINDS = ['saved', 'published', 'rolled_back'] as const
/** `saved`: by hand in the folder; the others from the console or the command line. */
export type PublicationKind = (typeof PUBLICATION_KINDS)[number]

/** One time at which the knowledge became another. */
export interface Publication {
  /** Counted up from 1. */
  readonly number: number
  /** Hash of the files. */
  readonly version: string
  readonly kind: PublicationKind
  readonly at: number
  /** Absent where nobody can be named. */
  readonly by?: { readonly id: AgentId; readonly name: string }
  readonly note: string
  /** The paths that differ from the publication before. */
  readonly changed: readonly string[]
}

export interface PublicationStore {
  /** Gives it its number; a version that is the newest already is not added again, and the newest is returned. */
  add(publication: Omit<Publication, 'number' | 'changed'>, files: KnowledgeFiles): Promise<Publication>
  /** Newest first, those before `before`. */
  list(limit: number, before?: number): Promise<readonly Publication[]>
  find(number: number): Promise<{ readonly publication: Publication; readonly files: KnowledgeFiles } | undefined>
  /** Notes what is about to be written into a folder, before it is: whoever starts after a crash finds it. */
  begin(write: KnowledgeWrite): Promise<void>
  /** What has begun and not ended, oldest first. */
  unfinished(): Promise<readonly KnowledgeWrite[]>
  end(id: string): Promise<void>
}

/** A file before and after; without a text it is not there. */
export interface FileChange {
  readonly path: string
  readonly before?: string
  readonly after?: string
}

/** A publication on its way into a folder. */
export interface KnowledgeWrite extends Omit<Publication, 'number' | 'changed'> {
  readonly id: string
  readonly changes: readonly FileChange[]
  /** What is written is the draft: who goes on with it goes on from there. */
  readonly ofDraft: boolean
}

/** How often examples of one intent are taken for another's, each by a matcher that has not seen it. */
export interface ConfusedPair {
  readonly intent: string
  readonly taken: string
  readonly live: number
  readonly draft: number
}

/** What the check of a draft has found; true of that very draft. */
export interface DraftCheck {
  readonly print: string
  readonly at: number
  /** Why it could not serve; what follows is empty then. */
  readonly problems: readonly Problem[]
  /** Those that what serves does not have. */
  readonly warnings: readonly Problem[]
  readonly tests: {
    readonly total: number
    readonly failed: readonly string[]
    readonly newlyFailed: readonly string[]
  }
  /** The pairs that are confused more often than by what serves. */
  readonly confusion: readonly ConfusedPair[]
  /** Absent where nothing was asked. */
  readonly replay?: {
    readonly conversations: number
    readonly counts: Readonly<Record<ReplayVerdict, number>>
    /** Worse first; the same are left out. */
    readonly questions: readonly ReplayedQuestion[]
  }
  readonly regressions: number
  /** Of the intents that are spoken of above. */
  readonly titles: Readonly<Record<IntentId, LocalizedText>>
}

export interface DraftCheckStore {
  /** Keeps it in place of an earlier one of the same draft; the newest few are kept. */
  keep(check: DraftCheck): Promise<void>
  find(print: string): Promise<DraftCheck | undefined>
}

/** A step into a YAML document: a key, an index, or the entry of a list whose `id` this is. */
export type YamlStep = string | number | { readonly id: string }

/** Sets a value, or without one removes what stands there. A list's next free index adds to it. */
export interface YamlEdit {
  readonly path: readonly YamlStep[]
  readonly value?: unknown
}

/** Reads and writes YAML as a careful owner would: what is not changed keeps its comments, its order, its quotes and its line breaks. */
export interface KnowledgeScribe {
  /** Throws `knowledge_unreadable` for a text that is no YAML, or has no such place. */
  edit(text: string, edits: readonly YamlEdit[]): string
  /** The text as plain data; throws `knowledge_unreadable`. */
  read(text: string): unknown
  /** What both have made of `base`. Where they contradict, `text` holds both between `<<<<<<<` and `>>>>>>>`, and `conflicts` says how often. */
  merge(texts: { readonly base: string; readonly mine: string; readonly theirs: string }): {
    readonly text: string
    readonly conflicts: number
  }
  /** Everything that is wrong with these files, and what is odd, by place; trains nothing. */
  check(
    files: KnowledgeFiles,
  ): Promise<{ readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }>
  /** JSON Schemas of the kinds of file, for editors. */
  schemas(): Readonly<Record<string, object>>
  /** The kind of a file by where it lies; undefined for none of ours. */
  kindOf(path: string): string | undefined
}

/** Knowledge that could serve. */
export interface Trial {
  readonly brain: Brain
  readonly outcomes: readonly TestOutcome[]
  readonly warnings: readonly Problem[]
}

export interface ReplayWish {
  readonly files: KnowledgeFiles
  /** How many conversations, newest first. */
  readonly last: number
  readonly onProgress: (done: number, total: number) => void
}

/** So many examples of an intent are taken for another. */
export interface Confused {
  readonly intent: string
  readonly taken: string
  readonly count: number
}

/** Where knowledge is tried out before it serves. Nothing here touches the shop. */
export interface KnowledgeWorkshop {
  /** Trains; the same files again cost nothing. */
  prepare(
    files: KnowledgeFiles,
  ): Promise<({ readonly ok: true } & Trial) | { readonly ok: false; readonly problems: readonly Problem[] }>
  /** What serves now. */
  live(): Promise<Trial>
  /** Which examples of one intent are taken for another's, each by a matcher that has not seen it; throws `knowledge_broken`. */
  confuse(files: KnowledgeFiles | 'live', onProgress: ReplayWish['onProgress']): Promise<readonly Confused[]>
  /** What shoppers have asked lately, answered by what serves and by these files; throws `knowledge_broken` for files that cannot serve. */
  replay(wish: ReplayWish): Promise<readonly ReplayedQuestion[]>
}

/** The owner's folder. */
export interface KnowledgeFolder {
  /** What lies there; where several nodes serve and another has something newer, that. */
  read(): Promise<{ readonly version: string; readonly files: KnowledgeFiles }>
  /** The version that these files make. */
  versionOf(files: KnowledgeFiles): string
  /** Writes what has changed and no other file, each whole or not at all; a path without a text is removed. Throws `knowledge_path`. */
  write(changes: Readonly<Record<string, string | undefined>>): Promise<void>
  /** Takes up what lies there now; resolves with what serves then, or with what is wrong with it. */
  takeUp(): Promise<{ readonly version: string; readonly problems: readonly Problem[] }>
}

export type CheckStep = 'read' | 'train' | 'tests' | 'confusion' | 'replay'

/** What the one check at a time is about. */
export type CheckState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running'
      readonly print: string
      readonly step: CheckStep
      readonly done: number
      readonly total: number
    }
  /** `error` is a code of `ERROR_CODES`. */
  | { readonly state: 'failed'; readonly print: string; readonly error: string }

/** Says how far a check is; throws once nobody wants it any more. */
export type CheckReport = (step: CheckStep, done: number, total: number) => void

/** Checks drafts in this process, one at a time. */
export interface DraftChecker {
  state(): CheckState
  /** Begins, and does not wait; throws `check_running`. */
  start(print: string, work: (report: CheckReport) => Promise<void>): void
  /** Resolves once it has ended. */
  cancel(): Promise<void>
}

/** What is needed to edit the knowledge. */
export interface KnowledgeEditing {
  readonly checker: DraftChecker
  readonly scribe: KnowledgeScribe
  readonly workshop: KnowledgeWorkshop
  readonly folder: KnowledgeFolder
}
