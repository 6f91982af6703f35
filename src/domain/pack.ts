import type { AgentId } from './ids.ts'
import type { Locale, LocalizedText } from './localized-text.ts'

/** A fact of the shop that a pack's answers use. Without a usual value it waits for the owner, and answers that need it are not said. */
export interface PackFact {
  readonly name: string
  readonly title: LocalizedText
  readonly usual?: LocalizedText
}

/** What a pack says of itself. */
export interface PackLabel {
  readonly id: string
  /** `1.2.0` */
  readonly version: string
  readonly title: LocalizedText
  readonly description: LocalizedText
  readonly language: Locale
  readonly licence: string
}

/** A versioned folder of general knowledge: intents, flows, words, tests, and no shop and no products. */
export interface Pack extends PackLabel {
  readonly facts: readonly PackFact[]
  /** Offered by a new shop under its greeting. */
  readonly quickReplies: readonly string[]
  /** Intents that need more confidence than others. */
  readonly riskyIntents: readonly string[]
  /** Path to text. */
  readonly files: Readonly<Record<string, string>>
}

/** A pack as it was when it was taken in: what the shop's changes are measured by. */
export interface InstalledPack {
  readonly id: string
  readonly version: string
  readonly title: LocalizedText
  readonly files: Readonly<Record<string, string>>
  readonly at: number
  /** Absent where nobody can be named. */
  readonly by?: { readonly id: AgentId; readonly name: string }
}

export const PACK_STATES = ['same', 'added', 'taken', 'removed', 'merged', 'conflict', 'kept'] as const
/**
 * What becomes of a file: it is there as the pack has it; it comes; its new text is taken; it goes, for the pack has dropped it; both
 * changes are joined; they contradict, and both stand in it; the shop's own stays.
 */
export type PackState = (typeof PACK_STATES)[number]

export interface PackFilePlan {
  readonly path: string
  readonly state: PackState
  /** As the shop has it now; absent: it does not. */
  readonly mine?: string
  /** As it is to be; absent: it goes, or stays away. */
  readonly text?: string
  /** Whether the shop has changed what the pack brought. */
  readonly overridden: boolean
}

export type Merge = (texts: { readonly base: string; readonly mine: string; readonly theirs: string }) => {
  readonly text: string
  readonly conflicts: number
}

type Files = Readonly<Record<string, string>>

/** What taking in a version of a pack makes of the shop's files. Nothing that the shop has written is lost. */
export function planPack(
  files: { readonly base: Files; readonly mine: Files; readonly theirs: Files },
  merge: Merge,
): readonly PackFilePlan[] {
  const paths = [...new Set([...Object.keys(files.base), ...Object.keys(files.theirs)])].sort()
  return paths.map((path) =>
    planFile(path, { base: files.base[path], mine: files.mine[path], theirs: files.theirs[path] }, merge),
  )
}

interface Versions {
  readonly base: string | undefined
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

function planFile(path: string, versions: Versions, merge: Merge): PackFilePlan {
  const { base, mine, theirs } = versions
  const overridden = base !== undefined && mine !== base && mine !== theirs
  const plan = (state: PackState, text: string | undefined): PackFilePlan => ({
    path,
    state,
    overridden,
    ...(mine !== undefined && { mine }),
    ...(text !== undefined && { text }),
  })
  if (mine === theirs) return plan('same', mine)
  // What the pack has not changed, the shop may have: a file that it threw away stays away.
  if (base === theirs) return plan('kept', mine)
  if (mine === undefined && base === undefined) return plan('added', theirs)
  if (mine === base) return theirs === undefined ? plan('removed', undefined) : plan('taken', theirs)
  // A file of the shop's own that has the pack's name, or one that either side has dropped: the shop's word goes first.
  if (mine === undefined || base === undefined || theirs === undefined) return plan('kept', mine)

  const merged = merge({ base, mine, theirs })
  return plan(merged.conflicts > 0 ? 'conflict' : 'merged', merged.text)
}

/** Whether taking the plan in changes the file. */
export function changes({ mine, text }: PackFilePlan): boolean {
  return mine !== text
}

/** Below zero where `a` is the older of two versions. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.split('.').map(Number))
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** A pack as the shop sees it: what it has of it, what there is, and what taking that in would do. */
export interface PackStanding {
  readonly installed?: InstalledPack
  /** Absent where only the shop still has it. */
  readonly available?: Pack
  /** Whether what there is is newer than what the shop has. */
  readonly newer: boolean
  /** By path; of an installed pack without a newer one, how its files stand. */
  readonly plan: readonly PackFilePlan[]
}

export function standOf(
  {
    installed,
    available,
    mine,
  }: { readonly installed: InstalledPack | undefined; readonly available: Pack | undefined; readonly mine: Files },
  merge: Merge,
): PackStanding {
  const newer = available !== undefined && isNewer(available, installed)
  const theirs = (newer ? available : (installed ?? available))?.files ?? {}
  return {
    ...(installed && { installed }),
    ...(available && { available }),
    newer,
    plan: planPack({ base: installed?.files ?? {}, mine, theirs }, merge),
  }
}

function isNewer(available: Pack, installed: InstalledPack | undefined): boolean {
  return installed === undefined || compareVersions(available.version, installed.version) > 0
}

/** What a new shop says of itself. */
export interface NewShop {
  readonly name: LocalizedText
  readonly language?: Locale | undefined
  readonly timeZone?: string | undefined
  readonly currency?: string | undefined
  readonly greeting?: LocalizedText | undefined
  readonly accent?: string | undefined
  /** Every day's, as `09:00-18:00`, or each day's own. Without any, nine to six. */
  readonly hours?: readonly string[] | Readonly<Record<string, readonly string[]>> | undefined
  /** Over the pack's usual values. */
  readonly facts?: Readonly<Record<string, LocalizedText>> | undefined
}
