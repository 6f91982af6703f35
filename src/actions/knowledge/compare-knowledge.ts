import type { Problem } from '../../domain/knowledge.ts'
import { textsOf } from '../../domain/localized-text.ts'
import { describeFailure, type TestOutcome } from '../../domain/owner-tests.ts'
import { countVerdicts, type ReplayedQuestion, VERDICTS } from '../../domain/replay.ts'
import type { Confused, DraftCheck } from '../../ports/knowledge-editing.ts'

/** Of so many questions a person reads no more. */
const MOST_QUESTIONS = 300
const MOST_PAIRS = 100

/** Those of the draft that what serves does not have, wherever its lines stand by now. */
export function findNewWarnings(live: readonly Problem[], draft: readonly Problem[]): readonly Problem[] {
  const nameOf = ({ place, cause }: Problem) => [place.split(':')[0], ...textsOf(cause)].join('\n')
  const known = new Set(live.map(nameOf))
  return draft.filter((one) => !known.has(nameOf(one)))
}

export function compareTests(live: readonly TestOutcome[], draft: readonly TestOutcome[]): DraftCheck['tests'] {
  const nameOf = ({ test }: TestOutcome) => JSON.stringify([test.say, test.expect, test.not])
  const failedBefore = new Set(live.filter(({ passed }) => !passed).map(nameOf))
  const failed = draft.filter(({ passed }) => !passed)
  return {
    total: draft.length,
    failed: failed.map(describeFailure),
    newlyFailed: failed.filter((one) => !failedBefore.has(nameOf(one))).map(describeFailure),
  }
}

/** The pairs that have grown, by how much. */
export function compareConfusion(live: readonly Confused[], draft: readonly Confused[]): DraftCheck['confusion'] {
  const before = new Map(live.map((one) => [`${one.intent}\t${one.taken}`, one.count]))
  return draft
    .map(({ intent, taken, count }) => ({ intent, taken, live: before.get(`${intent}\t${taken}`) ?? 0, draft: count }))
    .filter((pair) => pair.draft > pair.live)
    .toSorted((a, b) => b.draft - b.live - (a.draft - a.live) || b.draft - a.draft)
    .slice(0, MOST_PAIRS)
}

export function summariseReplay(questions: readonly ReplayedQuestion[]): NonNullable<DraftCheck['replay']> {
  const rank = ({ verdict }: ReplayedQuestion) => TOLD.indexOf(verdict)
  return {
    conversations: new Set(questions.map(({ conversationId }) => conversationId)).size,
    counts: countVerdicts(questions),
    questions: questions
      .filter(({ verdict }) => verdict !== 'same')
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, MOST_QUESTIONS),
  }
}

const TOLD: readonly ReplayedQuestion['verdict'][] = ['worse', 'different', 'better', ...VERDICTS]
