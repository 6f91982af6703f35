import type { CandidateView, ExplanationView } from '../../src/protocol/console.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'

interface CandidatesProps {
  readonly candidates: readonly CandidateView[]
  readonly thresholds: ExplanationView['thresholds']
}

/** The best, and whatever else had a chance worth naming. */
export function worthNaming(candidates: readonly CandidateView[]): readonly CandidateView[] {
  return candidates.filter((one, index) => index === 0 || one.confidence >= 0.01).slice(0, 5)
}

/** The intents that were weighed, each with its bar and the examples it rests on. */
export function Candidates({ candidates, thresholds }: CandidatesProps) {
  const { why } = useTexts()
  if (candidates.length === 0) return <span>{why.noCandidates}</span>

  return (
    <ol className="candidates">
      {worthNaming(candidates).map((one) => (
        <li key={one.intent}>
          <p className="candidate-head">
            <b>{one.title}</b>
            <code>{one.intent}</code>
            <span>{formatShare(one.confidence)}</span>
          </p>
          <meter
            min={0}
            max={1}
            low={thresholds.clarify}
            high={thresholds.answer}
            optimum={1}
            value={one.confidence}
            aria-label={one.title}
          />
          {one.evidence.length > 0 ? (
            <p className="candidate-examples">
              {one.evidence.slice(0, 3).map((evidence) => (
                <q key={evidence.example}>
                  {evidence.example} <small>{formatShare(evidence.similarity)}</small>
                </q>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
