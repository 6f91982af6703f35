import { type Agent, requireRole } from '../../domain/agent.ts'
import { verdictOf } from '../../domain/decide-reply.ts'
import { AppError } from '../../domain/errors.ts'
import { messageId } from '../../domain/message.ts'
import { type ClusterOrder, countDays, type QuestionCluster, riseOf } from '../../domain/mining/cluster.ts'
import type { KeptQuestion, QuestionKind, QuestionState } from '../../domain/mining/kept-question.ts'
import { daysOf, type Period, toPeriod } from '../../domain/report-days.ts'
import type { Deps } from '../deps.ts'

export interface ClusterWish extends Partial<Period> {
  readonly state?: QuestionState
  readonly kinds?: readonly QuestionKind[]
  readonly order?: ClusterOrder
  readonly offset?: number
  readonly limit?: number
}

export interface ClusterList {
  readonly clusters: readonly QuestionCluster[]
  /** How many clusters and questions there are. */
  readonly total: number
  readonly questions: number
  /** There are older ones that were not looked at. */
  readonly cut: boolean
  readonly period: Period
}

/** The newest, so that what is asked now comes to light however much was asked before. */
const MOST_QUESTIONS = 5000
const PAGE = 20
/** A month shows what comes again and again. */
const USUAL_DAYS = 30
const DAY = 86_400_000
/** So many members of a cluster are understood anew. */
const LOOKED_AT = 8
/** What is less likely than this is not near. */
const WORTH_NAMING = 0.01

type ClusterDeps = Pick<Deps, 'storage' | 'clock'> & { readonly live: Pick<Deps['live'], 'current'> }

/** Questions of a period that ask the same, the largest groups first. For supervisors and owners. */
export async function listClusters(deps: ClusterDeps, agent: Agent, wish: ClusterWish): Promise<ClusterList> {
  requireRole(agent, 'supervisor')
  return readClusters(deps, wish)
}

/** The cluster in which a question is now. Throws `question_not_found`. */
export async function getCluster(
  deps: ClusterDeps,
  agent: Agent,
  { id, ...wish }: ClusterWish & { readonly id: string },
): Promise<QuestionCluster> {
  requireRole(agent, 'supervisor')
  const { groups, starts } = await group(deps, wish)
  const members = groups.find((one) => one.some((question) => messageId(question) === id))
  if (!members) throw new AppError('question_not_found')
  return toCluster(deps, members, starts)
}

/** The same for whoever is at the machine itself. */
export async function readClusters(deps: ClusterDeps, wish: ClusterWish): Promise<ClusterList> {
  const { groups, period, starts, questions } = await group(deps, wish)
  const { order = 'size', offset = 0, limit = PAGE } = wish
  const clusters: QuestionCluster[] = []
  for (const members of inOrder(groups, order, starts).slice(offset, offset + limit)) {
    clusters.push(toCluster(deps, members, starts))
    // Understanding takes its time: shoppers first.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    clusters,
    total: groups.length,
    questions: questions.length,
    cut: questions.length === MOST_QUESTIONS,
    period,
  }
}

async function group({ storage, live, clock }: ClusterDeps, wish: ClusterWish) {
  const { understanding, knowledge } = live.current()
  const { timeZone } = knowledge.shop
  const period = toPeriod(withUsualDays(wish, clock.now()), clock.now(), timeZone)
  const days = daysOf(period, timeZone)
  const [from = 0, to = clock.now()] = [days[0]?.from, days.at(-1)?.until]
  const { state = 'open', kinds } = wish
  const questions = await storage.questions.list({ state, from, to, ...(kinds && { kinds }) }, MOST_QUESTIONS)
  const groups = await understanding.group(questions.map(({ text, candidates }) => ({ text, candidates })))
  return {
    questions,
    period,
    starts: days.map((day) => day.from),
    groups: groups.map((places) => places.flatMap((at) => questions[at] ?? [])),
  }
}

function withUsualDays({ from, until }: ClusterWish, now: number): Partial<Period> {
  if (from !== undefined || until !== undefined) return { ...(from && { from }), ...(until && { until }) }
  return {
    from: new Date(now - (USUAL_DAYS - 1) * DAY).toISOString().slice(0, 10),
    until: new Date(now + DAY / 2).toISOString().slice(0, 10),
  }
}

type Members = readonly KeptQuestion[]

function inOrder(groups: readonly Members[], order: ClusterOrder, starts: readonly number[]): readonly Members[] {
  if (order === 'size') return groups
  const rank =
    order === 'rise'
      ? (members: Members) => riseOf(countDays(members, starts))
      : (members: Members) => Math.max(...members.map(({ at }) => at))
  const ranked = groups.map((members) => ({ members, rank: rank(members) }))
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ members }) => members)
}

function toCluster({ live }: ClusterDeps, questions: Members, starts: readonly number[]): QuestionCluster {
  const days = countDays(questions, starts)
  const [typical] = questions
  return {
    id: typical ? messageId(typical) : '',
    questions,
    days,
    rise: riseOf(days),
    ...lookAt(live, questions),
  }
}

/** What serves now has to say to the most typical of them. */
function lookAt(live: ClusterDeps['live'], questions: Members) {
  const { understanding, knowledge } = live.current()
  const texts = [...new Set(questions.map(({ text }) => text))].slice(0, LOOKED_AT)
  const shares = new Map<string, number>()
  let answeredNow = 0
  for (const text of texts) {
    const { candidates } = understanding.understand({
      text,
      locale: knowledge.shop.language,
      at: questions[0]?.at ?? 0,
    })
    if (verdictOf(candidates, knowledge.thresholds) === 'answer') answeredNow += 1
    for (const { intent, confidence } of candidates) {
      shares.set(intent, (shares.get(intent) ?? 0) + confidence / texts.length)
    }
  }
  const near = [...shares].filter(([, share]) => share >= WORTH_NAMING)
  const nearest = near.map(([intent, share]) => ({ intent, share })).sort((a, b) => b.share - a.share)
  return { nearest: nearest.slice(0, 3), answeredNow, lookedAt: texts.length }
}
