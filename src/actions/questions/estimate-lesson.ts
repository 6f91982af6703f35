import { type Agent, requireRole } from '../../domain/agent.ts'
import { verdictOf } from '../../domain/decide-reply.ts'
import { AppError } from '../../domain/errors.ts'
import type { KnowledgeBase } from '../../domain/knowledge.ts'
import type { KeptQuestion } from '../../domain/mining/kept-question.ts'
import { newExamples } from '../../domain/mining/lesson.ts'
import { countVerdicts, type ReplayedQuestion, type ReplayVerdict } from '../../domain/replay.ts'
import type { Brain } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'
import { readDraft } from '../knowledge/read-draft.ts'
import { type PlannedLesson, planLesson } from './plan-lesson.ts'
import type { QuestionDeed } from './settle-questions.ts'

export type EstimateStep = 'train' | 'replay'

export interface LessonEstimate {
  readonly change: PlannedLesson
  /** Of all the questions, and how many would be answered as they should: by this intent, or by none. */
  readonly questions: number
  readonly right: number
  /** The same of those that are not among the examples: what is learnt beyond the very words. */
  readonly unseen: number
  readonly unseenRight: number
  /** What else changes, against what serves now. The draft's other changes count too. */
  readonly counts: Readonly<Record<ReplayVerdict, number>>
  readonly changed: readonly ReplayedQuestion[]
  /** As it would be with the lesson. */
  readonly knowledge: KnowledgeBase
}

export interface EstimateWish extends QuestionDeed {
  /** How many conversations are replayed, newest first. */
  readonly last: number
  readonly onProgress: (step: EstimateStep, done: number, total: number) => void
}

/** Two at a time would only take twice as long. */
const LANE = 'questions:estimate'

/** Tries a lesson out before anything is written. Throws `knowledge_broken` where the draft could not serve with it. */
export async function estimateLesson(deps: Deps, agent: Agent, wish: EstimateWish): Promise<LessonEstimate> {
  requireRole(agent, 'supervisor')
  const { lesson, last, onProgress } = wish
  return deps.lanes.run(LANE, async () => {
    const { scribe, workshop } = deps.editing
    const draft = await readDraft(deps)
    const change = planLesson(draft.files, scribe, lesson)
    if (!change) throw new AppError('invalid_input')

    onProgress('train', 0, 1)
    const files = { ...draft.files, [change.path]: change.after }
    const trial = await workshop.prepare(files)
    if (!trial.ok) throw new AppError('knowledge_broken', { problems: trial.problems })
    const questions = await deps.storage.questions.findAll(wish.questions)
    onProgress('replay', 0, 1)
    const replayed = await workshop.replay({
      files,
      last,
      onProgress: (done, total) => onProgress('replay', done, total),
    })
    const changed = replayed.filter(({ verdict }) => verdict !== 'same')
    const { knowledge } = trial.brain
    return { change, ...judge(trial.brain, questions, change), counts: countVerdicts(replayed), changed, knowledge }
  })
}

function judge({ understanding, knowledge }: Brain, questions: readonly KeptQuestion[], change: PlannedLesson) {
  const { intent, examples } = change
  const isRight = ({ text, at }: KeptQuestion): boolean => {
    const { candidates } = understanding.understand({ text, locale: knowledge.shop.language, at })
    const answers = verdictOf(candidates, knowledge.thresholds) === 'answer'
    return intent === undefined ? !answers : answers && candidates[0]?.intent === intent
  }
  const unseen = questions.filter(({ text }) => newExamples([text], examples).length > 0)
  return {
    questions: questions.length,
    right: questions.filter(isRight).length,
    unseen: unseen.length,
    unseenRight: unseen.filter(isRight).length,
  }
}
