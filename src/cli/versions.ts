import { writeEarlier } from '../actions/knowledge/roll-back.ts'
import { listChanges } from '../actions/knowledge/write-knowledge.ts'
import { openEditing } from '../app/open-editing.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { ToldError } from '../domain/told-error.ts'
import type { Publication, PublicationKind } from '../ports/knowledge-editing.ts'
import { type Asker, confirm, terminal } from './confirm.ts'
import { printChanges } from './print-changes.ts'
import { tellingRefusals } from './told-refusal.ts'
import { pick } from './words.ts'

const LISTED = 30
const FILES_NAMED = 3

const KINDS: Readonly<Record<PublicationKind, Readonly<Record<Locale, string>>>> = {
  saved: { zh: '手改', en: 'saved by hand' },
  published: { zh: '发布', en: 'published' },
  rolled_back: { zh: '退回', en: 'rolled back' },
}

/** Lists what was published, the newest first; `*` is what serves. */
export async function versions(config: Config, locale: Locale): Promise<number> {
  await using opened = await openEditing(config)
  const found = await opened.deps.storage.publications.list(LISTED)
  if (found.length === 0) console.log(pick(locale, '还没有发布过。', 'Nothing has been published yet.'))
  for (const [at, one] of found.entries()) console.log(`${at === 0 ? '*' : ' '} ${describe(one, locale)}`)
  return 0
}

function describe({ number, at, kind, by, note, changed, version }: Publication, locale: Locale): string {
  const left = changed.length - FILES_NAMED
  const more = left > 0 ? [pick(locale, `等 ${changed.length} 个`, `and ${left} more`)] : []
  const files = [...changed.slice(0, FILES_NAMED), ...more].join(' ')
  const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  return [String(number).padStart(4), `${when}Z`, version, KINDS[kind][locale], by?.name ?? '-', note, files]
    .filter((part) => part !== '')
    .join('  ')
}

export interface RollbackOptions {
  readonly number: string
  readonly note: string
  readonly yes: boolean
}

/** Shows what going back to a publication changes, and makes it what serves. The exit code is 1 where that was not wanted. */
export async function rollback(
  config: Config,
  options: RollbackOptions,
  { locale, asker = terminal }: { readonly locale: Locale; readonly asker?: Asker },
): Promise<number> {
  await using opened = await openEditing(config)
  const { deps } = opened
  const number = Number(options.number)
  const found = Number.isInteger(number) ? await deps.storage.publications.find(number) : undefined
  if (!found) throw unknown(options.number)
  const { files } = await deps.editing.folder.read()
  const changes = listChanges(files, found.files)
  if (changes.length === 0) {
    console.log(pick(locale, '线上就是这一版。', 'This is what serves.'))
    return 0
  }
  printChanges(changes, locale)
  if (
    !(await confirm(pick(locale, `退回到第 ${number} 次吗？`, `Go back to number ${number}?`), {
      yes: options.yes,
      asker,
    }))
  )
    return 1

  const written = await tellingRefusals(config.knowledgeDir, () => writeEarlier(deps, { number, note: options.note }))
  console.log(
    pick(
      locale,
      `✓ 已退回到第 ${number} 次，记为第 ${written.number} 次。`,
      `✓ Number ${number} serves again, as number ${written.number}.`,
    ),
  )
  return 0
}

function unknown(number: string): ToldError {
  return new ToldError({
    zh: `没有第「${number}」次发布。用 xiaoer versions 看有哪些。`,
    en: `There is no publication "${number}". xiaoer versions lists them.`,
  })
}
