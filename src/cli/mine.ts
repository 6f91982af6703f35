import { mineQuestions } from '../app/mine-questions.ts'
import type { Config } from '../config/config.ts'
import { type KnowledgeBase, toProblemLine } from '../domain/knowledge.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import { differentTexts, type QuestionCluster, replyTexts } from '../domain/mining/cluster.ts'
import { QUESTION_KINDS, type QuestionKind } from '../domain/mining/kept-question.ts'
import { createProgress } from './progress.ts'
import { pick } from './words.ts'

export interface MineOptions {
  readonly days: string
  /** With commas between them. */
  readonly kinds?: string
  /** How many groups. */
  readonly top: string
  readonly json: boolean
}

const MOST_DAYS = 92
const SAMPLES = 4

/** Prints what 小二 could not answer, in groups that ask the same, the largest first. */
export async function mine(config: Config, options: MineOptions, locale: Locale): Promise<number> {
  const days = needNumber('--days', options.days, MOST_DAYS, locale)
  const most = needNumber('--top', options.top, 1000, locale)
  const kinds = options.kinds === undefined ? undefined : needKinds(options.kinds, locale)
  const progress = createProgress(process.stderr, locale)
  const mined = await mineQuestions(config, {
    days,
    most,
    ...(kinds && { kinds }),
    onProgress: (done, total) => progress.show(done / total, done),
  })
  progress.end()
  if (!mined.ok) throw new Error(mined.problems.map((problem) => `✗ ${toProblemLine(problem, locale)}`).join('\n'))

  const { list, knowledge } = mined
  if (options.json) {
    console.log(JSON.stringify(list))
    return 0
  }
  for (const cluster of list.clusters) console.log(describe(cluster, knowledge, locale))
  console.log(
    pick(
      locale,
      `近 ${days} 天：${list.questions} 句没答好，${list.total} 组。在控制台「知识 › 未识别问题」里处理`,
      `Last ${days} days: ${list.questions} questions not answered well, in ${list.total} groups. Settle them in the console under Knowledge › Unanswered questions`,
    ),
  )
  return 0
}

function needNumber(option: string, given: string, most: number, locale: Locale): number {
  const number = Number(given)
  if (Number.isInteger(number) && number > 0 && number <= most) return number
  throw new Error(
    pick(
      locale,
      `${option}「${given}」不对，写 1 到 ${most} 的整数`,
      `${option} "${given}" is none: give a whole number from 1 to ${most}`,
    ),
  )
}

function needKinds(given: string, locale: Locale): readonly QuestionKind[] {
  const names = given.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !QUESTION_KINDS.some((kind) => kind === name))
  if (unknown.length === 0) return QUESTION_KINDS.filter((kind) => names.includes(kind))
  const known = QUESTION_KINDS.join(', ')
  throw new Error(
    pick(
      locale,
      `--kinds 里没有「${unknown.join('、')}」，可以写：${known}`,
      `--kinds: there is no ${unknown.join(', ')}. There are ${known}`,
    ),
  )
}

function describe({ questions, nearest, days }: QuestionCluster, knowledge: KnowledgeBase, locale: Locale): string {
  const { intents, shop } = knowledge
  const [first = '', ...others] = differentTexts(questions, SAMPLES)
  const [reply] = replyTexts(questions, 1)
  const titles = nearest.map(
    ({ intent, share }) =>
      `${textIn(intents.get(intent)?.title ?? intent, locale, shop.language)} ${Math.round(share * 100)}%`,
  )
  return [
    `${String(questions.length).padStart(4)}  「${first}」  ${toBars(days)}`,
    ...others.map((text) => `        ${text}`),
    ...(reply ? [`      ${pick(locale, '人工', 'person')}  ${reply.reply.text.replace(/\s+/g, ' ')}`] : []),
    ...(titles.length > 0 ? [`      ${pick(locale, '最近', 'near')}  ${titles.join(' · ')}`] : []),
  ].join('\n')
}

const BARS = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** One sign a day. */
function toBars(days: readonly number[]): string {
  const most = Math.max(1, ...days)
  return days.map((count) => BARS[Math.ceil((count / most) * (BARS.length - 1))] ?? '').join('')
}
