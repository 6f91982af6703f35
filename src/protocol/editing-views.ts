import type { Problem } from '../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import type { Outcome, ReplayedQuestion } from '../domain/replay.ts'
import type { DraftCheck, Publication } from '../ports/knowledge-editing.ts'
import type { CheckResult, ProblemView, PublicationView, ReplayedView } from './editing.ts'

/** `faq/shipping.yaml:12:7` taken apart. */
export function toProblemView({ place, cause, mend }: Problem): ProblemView {
  const [, file = place, line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(place) ?? []
  return { file, line: Number(line), column: Number(column), cause: toInBoth(cause), mend: toInBoth(mend) }
}

function toInBoth(text: LocalizedText) {
  return { zh: textIn(text, 'zh', 'zh'), en: textIn(text, 'en', 'zh') }
}

export function toPublicationView(publication: Publication, newest: Publication | undefined): PublicationView {
  const { changed, ...rest } = publication
  return { ...rest, changed: [...changed], serves: publication.number === newest?.number }
}

/** `title` names an intent to whoever reads it. */
export function toCheckResult(check: DraftCheck, title: (intent: string) => string | undefined): CheckResult {
  const { problems, warnings, tests, confusion, replay, regressions } = check
  return {
    problems: problems.map(toProblemView),
    warnings: warnings.map(toProblemView),
    tests: { total: tests.total, failed: [...tests.failed], newlyFailed: [...tests.newlyFailed] },
    confusion: [...confusion],
    ...(replay && {
      replay: { ...replay, questions: replay.questions.map((one) => toReplayedView(one, title)) },
    }),
    regressions,
  }
}

export function toReplayedView(
  question: ReplayedQuestion,
  title: (intent: string) => string | undefined,
): ReplayedView {
  const toView = ({ kind, intent, text }: Outcome) => {
    const called = intent === undefined ? undefined : title(intent)
    return { kind, text, ...(intent !== undefined && { intent }), ...(called !== undefined && { title: called }) }
  }
  return { ...question, live: toView(question.live), draft: toView(question.draft) }
}
