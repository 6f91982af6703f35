import { resolve } from 'node:path'
import { checkFiles } from '../actions/knowledge/check-draft.ts'
import { listChanges, type WriteDeps, writeKnowledge } from '../actions/knowledge/write-knowledge.ts'
import { openEditing, readFiles } from '../app/open-editing.ts'
import type { Config } from '../config/config.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import { ToldError } from '../domain/told-error.ts'
import type { CheckReport, CheckStep, DraftCheck } from '../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import { type Asker, confirm, terminal } from './confirm.ts'
import { printChanges } from './print-changes.ts'
import { createProgress } from './progress.ts'
import { describeCounts, printDifferences } from './replay.ts'
import { tellingRefusals } from './told-refusal.ts'
import { pick } from './words.ts'

export interface PublishOptions {
  /** A folder with all of the knowledge, as it is to be. */
  readonly draft: string
  readonly note: string
  /** How many conversations are replayed; 0: none. */
  readonly last: string
  /** Ask nothing. */
  readonly yes: boolean
  /** Publish although something gets worse. */
  readonly worse: boolean
}

const SHOWN = 20

/** Shows what a folder changes, checks it, and makes it what serves. The exit code is 1 where it was not published. */
export async function publish(
  config: Config,
  options: PublishOptions,
  { locale, asker = terminal }: { readonly locale: Locale; readonly asker?: Asker },
): Promise<number> {
  const last = needCount(options.last)
  const draft = await readDraftFolder(resolve(options.draft))
  await using opened = await openEditing(config)
  const { deps } = opened
  const before = await deps.editing.folder.read()
  const changes = listChanges(before.files, draft.files)
  if (changes.length === 0) {
    console.log(pick(locale, '和线上一样，没有要发布的。', 'This is what serves: there is nothing to publish.'))
    return 0
  }
  printChanges(changes, locale)
  const check = await checkShown(deps, { ...draft, last, locale })
  if (!(await mayPublish(check, options, { locale, asker }))) return 1

  const wish = {
    kind: 'published',
    before: before.files,
    files: draft.files,
    note: options.note,
    ofDraft: false,
  } as const
  const { number } = await tellingRefusals(config.knowledgeDir, () => writeKnowledge(deps, wish))
  console.log(
    pick(
      locale,
      `✓ 已发布，第 ${number} 次。运行中的服务几秒内用上；退回：xiaoer rollback ${number - 1}`,
      `✓ Published, number ${number}. A running server takes it up within seconds; back: xiaoer rollback ${number - 1}`,
    ),
  )
  return 0
}

async function readDraftFolder(folder: string): Promise<{ readonly files: KnowledgeFiles; readonly version: string }> {
  return readFiles(folder).catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error)
    throw new ToldError({
      zh: `读不了草稿文件夹 ${folder}：${detail}`,
      en: `The draft folder ${folder} cannot be read: ${detail}`,
    })
  })
}

function needCount(last: string): number {
  const count = Number(last)
  if (Number.isInteger(count) && count >= 0) return count
  throw new ToldError({
    zh: `--last「${last}」不是会话数，写 0 或一个正整数。`,
    en: `--last "${last}" is no number of conversations.`,
  })
}

const STEPS: Readonly<Record<CheckStep, Readonly<Record<Locale, string>>>> = {
  read: { zh: '读文件、查错误', en: 'reading and checking the files' },
  train: { zh: '训练', en: 'training' },
  tests: { zh: '跑店主的测试', en: "running the owner's tests" },
  confusion: { zh: '看意图之间会不会混淆', en: 'looking for intents that are taken for each other' },
  replay: { zh: '重放最近的会话', en: 'replaying the last conversations' },
}

/** Checks the files and prints how far it is and what was found. */
async function checkShown(
  deps: WriteDeps,
  { files, version, last, locale }: { files: KnowledgeFiles; version: string; last: number; locale: Locale },
): Promise<DraftCheck> {
  let progress = createProgress(process.stderr, locale)
  let current: CheckStep | undefined
  const report: CheckReport = (step, done, total) => {
    if (step !== current) {
      progress.end()
      process.stderr.write(`… ${STEPS[step][locale]}\n`)
      progress = createProgress(process.stderr, locale)
      current = step
    }
    progress.show(total === 0 ? 1 : done / total, done)
  }
  const check = await checkFiles(deps, { files, print: version, last }, report)
  progress.end()
  printCheck(check, locale)
  return check
}

function printCheck({ problems, warnings, tests, confusion, replay, titles }: DraftCheck, locale: Locale): void {
  for (const one of problems) console.log(`✗ ${toProblemLine(one, locale)}`)
  if (problems.length > 0) return

  for (const one of warnings) console.log(`! ${toProblemLine(one, locale)}`)
  for (const one of tests.newlyFailed) console.log(`✗ ${one}`)
  const { total, failed, newlyFailed } = tests
  console.log(
    pick(
      locale,
      `测试 ${total} 条，没通过 ${failed.length}，其中新的 ${newlyFailed.length}`,
      `${total} tests, ${failed.length} fail, ${newlyFailed.length} of them newly`,
    ),
  )
  for (const { intent, taken, live, draft } of confusion.slice(0, SHOWN))
    console.log(
      pick(
        locale,
        `! ${intent} 的例句被当成 ${taken}：${live} → ${draft}`,
        `! examples of ${intent} are taken for ${taken}: ${live} → ${draft}`,
      ),
    )
  if (!replay) return
  const titleOf = (intent: string) => textIn(titles[intent] ?? intent, locale, 'zh')
  printDifferences(replay.questions, { shown: SHOWN, titleOf, locale })
  const told = describeCounts(replay.counts, locale)
  console.log(
    pick(
      locale,
      `重放 ${replay.conversations} 个会话：${told}`,
      `${replay.conversations} conversations replayed: ${told}`,
    ),
  )
}

async function mayPublish(
  { problems, regressions }: DraftCheck,
  { yes, worse }: PublishOptions,
  { locale, asker }: { readonly locale: Locale; readonly asker: Asker },
): Promise<boolean> {
  if (problems.length > 0) {
    console.log(
      pick(locale, '有错误，不能发布；线上没有变。', 'There are mistakes: it is not published, and nothing changed.'),
    )
    return false
  }
  if (regressions > 0 && yes && !worse) {
    console.log(
      pick(
        locale,
        `有 ${regressions} 处变差，没有发布。看过仍要发布，请加 --worse。`,
        `${regressions} things get worse: not published. To publish all the same, add --worse.`,
      ),
    )
    return false
  }
  const worsened = pick(
    locale,
    `有 ${regressions} 处变差，仍要发布吗？`,
    `${regressions} things get worse. Publish all the same?`,
  )
  const question = regressions > 0 && !worse ? worsened : pick(locale, '发布吗？', 'Publish it?')
  if (await confirm(question, { yes, asker })) return true
  console.log(pick(locale, '没有发布。', 'Not published.'))
  return false
}
