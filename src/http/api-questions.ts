import { type Response, Router } from 'express'
import type { z } from 'zod'
import { estimateLesson, type LessonEstimate } from '../actions/questions/estimate-lesson.ts'
import { type ClusterWish, getCluster, listClusters } from '../actions/questions/list-clusters.ts'
import type { PlannedLesson } from '../actions/questions/plan-lesson.ts'
import {
  type QuestionDeed as Deed,
  previewLesson,
  reopenQuestions,
  settleQuestions,
} from '../actions/questions/settle-questions.ts'
import { teachQuestion } from '../actions/questions/teach-question.ts'
import { type Agent, requireRole } from '../domain/agent.ts'
import { AppError } from '../domain/errors.ts'
import { textIn } from '../domain/localized-text.ts'
import type { QuestionCluster } from '../domain/mining/cluster.ts'
import { type ReplayVerdict, VERDICTS } from '../domain/replay.ts'
import type { FileChange } from '../protocol/editing.ts'
import { toReplayedView } from '../protocol/editing-views.ts'
import {
  type ClusterDetail,
  type ClusterPage,
  ClusterQuery,
  type ClusterView,
  type EstimateLine,
  EstimateWish,
  LessonWish,
  QuestionDeed,
  type QuestionsSettled,
  Reopening,
  Teaching,
  toClusterView,
  toKinds,
  toQuestionKey,
  toQuestionView,
} from '../protocol/questions.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Enough to say that there are many. */
const MOST_COUNTED = 1000
const LONGEST_ID = 40
const MOST_SHOWN = 500
const MOST_CHANGED = 50
const DAY = 86_400_000
const COUNTED_DAYS = 30

/** What 小二 could not answer, and what the people of the shop make of it. */
export function questionRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/questions', requireAgent(world))

  router.get('/questions', async (request, response) => {
    const query = parseInput(ClusterQuery, request.query)
    const { clusters, period, ...list } = await listClusters(deps, localsOf(response).agent, toWish(query))
    response.json({ ...list, ...period, clusters: clusters.map(viewOf(world)) } satisfies ClusterPage)
  })
  router.get('/questions/count', async (_request, response) => {
    requireRole(localsOf(response).agent, 'supervisor')
    const from = deps.clock.now() - COUNTED_DAYS * DAY
    const open = await deps.storage.questions.count({ state: 'open', from }, MOST_COUNTED)
    response.json({ open, more: open === MOST_COUNTED })
  })
  router.get('/questions/clusters/:id', async (request, response) => {
    const wish = { ...toWish(parseInput(ClusterQuery, request.query)), id: String(request.params['id']) }
    const cluster = await getCluster(deps, localsOf(response).agent, wish)
    const questions = cluster.questions.slice(0, MOST_SHOWN).map(toQuestionView)
    response.json({ cluster: viewOf(world)(cluster), questions } satisfies ClusterDetail)
  })
  router.post('/questions/preview', async (request, response) => {
    const { lesson } = parseBody(LessonWish, request)
    response.json(toSettledView({ settled: 0, change: await previewLesson(deps, localsOf(response).agent, lesson) }))
  })
  router.post('/questions/settle', async (request, response) => {
    const deed = toDeed(parseBody(QuestionDeed, request))
    response.json(toSettledView(await settleQuestions(deps, localsOf(response).agent, deed)))
  })
  router.post('/questions/reopen', async (request, response) => {
    const { questions } = parseBody(Reopening, request)
    response.json({ reopened: await reopenQuestions(deps, localsOf(response).agent, questions.map(toQuestionKey)) })
  })
  router.post('/questions/estimate', async (request, response) => {
    const { last, ...deed } = parseBody(EstimateWish, request)
    await estimate(world, response, { agent: localsOf(response).agent, last, ...toDeed(deed) })
  })
  router.post('/conversations/:id/teach', requireAgent(world), async (request, response) => {
    const { seq, intent, answer } = parseBody(Teaching, request)
    const question = await teachQuestion(deps, localsOf(response).agent, {
      conversationId: String(request.params['id']),
      seq,
      ...(intent !== undefined && { intent }),
      ...(answer !== undefined && { answer }),
    })
    response.json({ question: toQuestionView(question) })
  })
  return router
}

function toWish({ from, until, state, kinds, order, offset }: z.infer<typeof ClusterQuery>): ClusterWish {
  const named = toKinds(kinds)
  return {
    state,
    order,
    offset,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(named && { kinds: named }),
  }
}

function toDeed({ questions, lesson }: z.infer<typeof QuestionDeed>): Deed {
  return { questions: questions.map(toQuestionKey), lesson }
}

function viewOf({ deps }: HttpWorld): (cluster: QuestionCluster) => ClusterView {
  const { knowledge, understanding } = deps.live.current()
  return (cluster) => toClusterView(cluster, knowledge, (text) => understanding.romanise(text, LONGEST_ID))
}

function toSettledView({ settled, change }: { settled: number; change?: PlannedLesson | undefined }): QuestionsSettled {
  return {
    settled,
    ...(change && { change: toChange(change) }),
    ...(change?.intent !== undefined && { intent: change.intent }),
  }
}

function toChange({ path, before, after }: PlannedLesson): FileChange {
  return { path, ...(before !== undefined && { before }), after }
}

/** Answers line by line: training and replay take a minute, and whoever waits wants to see that something happens. */
async function estimate(
  { deps }: HttpWorld,
  response: Response,
  { agent, ...wish }: Deed & { readonly agent: Agent; readonly last: number },
): Promise<void> {
  const write = (line: EstimateLine) => response.write(`${JSON.stringify(line)}\n`)
  const begin = () => {
    if (!response.headersSent) response.type('application/x-ndjson; charset=utf-8')
  }
  try {
    const estimated = await estimateLesson(deps, agent, {
      ...wish,
      onProgress: (step, done, total) => {
        begin()
        write({ kind: 'running', step, done, total })
      },
    })
    begin()
    write(toDone(estimated))
  } catch (error) {
    // Before the first line it is a refusal like any other.
    if (!response.headersSent || !(error instanceof AppError)) throw error
    write({ kind: 'failed', code: error.code, message: error.message })
  }
  response.end()
}

function toDone({ change, counts, changed, knowledge, ...figures }: LessonEstimate): EstimateLine {
  const { intents, shop } = knowledge
  const title = (intent: string) => textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language)
  const rank = (verdict: ReplayVerdict) => VERDICTS.indexOf(verdict)
  const sorted = changed.toSorted((a, b) => rank(a.verdict) - rank(b.verdict)).slice(0, MOST_CHANGED)
  return {
    kind: 'done',
    change: toChange(change),
    ...figures,
    counts: { ...counts },
    changed: sorted.map((one) => toReplayedView(one, title)),
  }
}
