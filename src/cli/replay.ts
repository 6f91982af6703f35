import { resolve } from 'node:path'
import { replayFolders } from '../app/replay-folders.ts'
import type { Config } from '../config/config.ts'
import type { IntentId } from '../domain/ids.ts'
import { type KnowledgeBase, toProblemLine } from '../domain/knowledge.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import { countVerdicts, type Outcome, type ReplayedQuestion, type ReplayVerdict, VERDICTS } from '../domain/replay.ts'
import { createProgress } from './progress.ts'
import { pick } from './words.ts'

export interface ReplayOptions {
  /** Folder of the draft. */
  readonly draft: string
  /** What the draft is held against; default: the knowledge that is configured. */
  readonly against?: string
  /** How many conversations. */
  readonly last: string
  readonly json: boolean
  /** Prints every question that differs, not only the first of each kind. */
  readonly all: boolean
}

const SHOWN = 20
const TOLD: readonly ReplayVerdict[] = ['worse', 'better', 'different']

/** Asks a draft and the live knowledge what shoppers have asked lately; the exit code is 1 where the draft is worse anywhere. */
export async function replay(config: Config, options: ReplayOptions, locale: Locale): Promise<number> {
  const last = needCount(options.last, locale)
  const progress = createProgress(process.stderr, locale)
  const replayed = await replayFolders(config, {
    live: options.against === undefined ? config.knowledgeDir : resolve(options.against),
    draft: resolve(options.draft),
    last,
    onProgress: (done, total) => progress.show(total === 0 ? 1 : done / total, done),
  })
  progress.end()
  if (!replayed.ok) {
    throw new Error(replayed.problems.map((problem) => `✗ ${toProblemLine(problem, locale)}`).join('\n'))
  }
  const { questions, knowledge } = replayed
  const counts = countVerdicts(questions)
  if (options.json) console.log(JSON.stringify({ counts, questions }))
  else
    print(questions, {
      shown: options.all ? Number.POSITIVE_INFINITY : SHOWN,
      titleOf: titlesIn(knowledge, locale),
      locale,
    })
  return counts.worse > 0 ? 1 : 0
}

function needCount(last: string, locale: Locale): number {
  const count = Number(last)
  if (Number.isInteger(count) && count > 0) return count
  throw new Error(
    pick(locale, `--last「${last}」不是会话数，写一个正整数`, `--last "${last}" is no number of conversations`),
  )
}

export interface Printing {
  /** So many of each kind. */
  readonly shown: number
  readonly titleOf: (intent: IntentId) => string | undefined
  readonly locale: Locale
}

function titlesIn({ intents, shop }: KnowledgeBase, locale: Locale): Printing['titleOf'] {
  return (intent) => textIn(intents.get(intent)?.title ?? intent, locale, shop.language)
}

function print(questions: readonly ReplayedQuestion[], printing: Printing): void {
  const { locale } = printing
  if (questions.length === 0) {
    console.log(
      pick(locale, '还没有小二回答过的会话可以重放。', 'There is no conversation yet that 小二 has answered.'),
    )
    return
  }
  printDifferences(questions, printing)
  const told = describeCounts(countVerdicts(questions), locale)
  console.log(pick(locale, `\n${questions.length} 句：${told}`, `\n${questions.length} questions: ${told}`))
}

/** What is worse first. */
export function printDifferences(questions: readonly ReplayedQuestion[], printing: Printing): void {
  const { locale, shown } = printing
  for (const verdict of TOLD) {
    const ones = questions.filter((one) => one.verdict === verdict)
    for (const one of ones.slice(0, shown)) console.log(describe(one, printing))
    const left = ones.length - shown
    if (left > 0)
      console.log(pick(locale, `  …还有 ${left} 句，--all 全部列出`, `  … and ${left} more: --all lists them`))
  }
}

export function describeCounts(counts: Readonly<Record<ReplayVerdict, number>>, locale: Locale): string {
  return VERDICTS.map((verdict) => `${NAMES[verdict][locale]} ${counts[verdict]}`).join(pick(locale, '，', ', '))
}

const NAMES: Readonly<Record<ReplayVerdict, Readonly<Record<Locale, string>>>> = {
  worse: { zh: '变差', en: 'worse' },
  better: { zh: '变好', en: 'better' },
  different: { zh: '不同', en: 'different' },
  same: { zh: '一样', en: 'the same' },
}

const MARKS: Readonly<Record<ReplayVerdict, string>> = { worse: '✗', better: '✓', different: '≠', same: '=' }

function describe({ asked, verdict, live, draft, helpful }: ReplayedQuestion, printing: Printing): string {
  const { locale } = printing
  const opinion =
    helpful === undefined
      ? ''
      : pick(locale, helpful ? '（当时点了赞）' : '（当时点了踩）', helpful ? ' (liked)' : ' (disliked)')
  return [
    `${MARKS[verdict]} ${NAMES[verdict][locale]} 「${asked}」${opinion}`,
    `    ${pick(locale, '线上', 'live ')}  ${describeOutcome(live, printing)}`,
    `    ${pick(locale, '草稿', 'draft')}  ${describeOutcome(draft, printing)}`,
  ].join('\n')
}

function describeOutcome({ rule, intent, text }: Outcome, { titleOf }: Printing): string {
  const title = intent === undefined ? undefined : titleOf(intent)
  const words = text.replace(/\s+/g, ' ')
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words
  return `[${title ?? rule}] ${short}`
}
