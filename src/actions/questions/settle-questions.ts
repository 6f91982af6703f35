import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { QuestionKey } from '../../domain/mining/kept-question.ts'
import type { Lesson } from '../../domain/mining/lesson.ts'
import type { Settlement } from '../../ports/questions.ts'
import type { Deps } from '../deps.ts'
import { readDraft, seenOf } from '../knowledge/read-draft.ts'
import { saveDraftFile } from '../knowledge/save-draft-file.ts'
import { type PlannedLesson, planLesson } from './plan-lesson.ts'

export interface QuestionDeed {
  readonly questions: readonly QuestionKey[]
  readonly lesson: Lesson
}

export interface Settled {
  readonly settled: number
  /** What was written into the draft; absent where nothing was. */
  readonly change?: PlannedLesson
}

/** What a lesson would write into the draft as it is now; undefined for one that writes nothing. */
export async function previewLesson(deps: Deps, agent: Agent, lesson: Lesson): Promise<PlannedLesson | undefined> {
  requireRole(agent, 'supervisor')
  const { files } = await readDraft(deps)
  return planLesson(files, deps.editing.scribe, lesson)
}

/**
 * Writes what was made of questions into the draft of the knowledge, and settles them. The other way round a crash between the two
 * would leave questions that nobody has learnt; so it leaves some that ask to be learnt again, which changes nothing.
 */
export async function settleQuestions(deps: Deps, agent: Agent, { questions, lesson }: QuestionDeed): Promise<Settled> {
  requireRole(agent, 'supervisor')
  const change = await writeLesson(deps, agent, lesson)
  const settlement: Settlement = {
    state: STATES[lesson.kind],
    by: agent.id,
    at: deps.clock.now(),
    ...(change?.intent !== undefined && { intent: change.intent }),
  }
  const settled = await deps.storage.transaction(async (stores) => {
    const count = await stores.questions.settle(questions, settlement)
    await stores.audit.add({
      at: settlement.at,
      actor: agent.id,
      action: `questions.${settlement.state}`,
      target: change?.intent ?? change?.path ?? '',
      detail: { questions: count, ...(change && { examples: change.examples.length }) },
    })
    return count
  })
  return { settled, ...(change && { change }) }
}

const STATES: Readonly<Record<Lesson['kind'], Settlement['state']>> = {
  learn: 'learned',
  create: 'learned',
  out_of_scope: 'out_of_scope',
  ignore: 'ignored',
}

async function writeLesson(deps: Deps, agent: Agent, lesson: Lesson): Promise<PlannedLesson | undefined> {
  const draft = await readDraft(deps)
  const change = planLesson(draft.files, deps.editing.scribe, lesson)
  if (!change || change.after === change.before) return change

  const { path, after } = change
  if (draft.laid.get(path)?.conflict) throw new AppError('knowledge_conflict')
  await saveDraftFile(deps, agent, { path, text: after, seen: seenOf(draft, path) })
  return change
}

/** Takes back what was made of questions: they are open again. What stands in the draft by then stays there. */
export async function reopenQuestions(deps: Deps, agent: Agent, questions: readonly QuestionKey[]): Promise<number> {
  requireRole(agent, 'supervisor')
  const reopened = await deps.storage.transaction(async (stores) => {
    const count = await stores.questions.settle(questions, undefined)
    await stores.audit.add({
      at: deps.clock.now(),
      actor: agent.id,
      action: 'questions.reopened',
      target: '',
      detail: { questions: count },
    })
    return count
  })
  return reopened
}
