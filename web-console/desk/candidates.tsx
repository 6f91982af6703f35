import { BookOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { Link } from 'wouter'
import type { CandidateView, ExplanationView } from '../../src/protocol/console.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'

/** The best, and whatever else had a chance worth naming. */
export function worthNaming(candidates: readonly CandidateView[]): readonly CandidateView[] {
  return candidates.filter((one, index) => index === 0 || one.confidence >= 0.01).slice(0, 5)
}

/** The intents that were weighed, each with its bar; a click shows the examples it rests on. */
export function Candidates({ explanation }: { readonly explanation: ExplanationView }) {
  const { candidates, thresholds } = explanation
  const { why } = useTexts()
  if (candidates.length === 0) return <span>{why.noCandidates}</span>

  return (
    <ol className="candidates">
      {worthNaming(candidates).map((one, index) => (
        <li key={one.intent}>
          {one.evidence.length + one.weighed.length > 0 ? (
            <details open={index === 0}>
              <summary>
                <Weight one={one} thresholds={thresholds} />
              </summary>
              <Words weighed={one.weighed} />
              <Examples evidence={one.evidence} />
            </details>
          ) : (
            <Weight one={one} thresholds={thresholds} />
          )}
          <ToIntent one={one} explanation={explanation} />
        </li>
      ))}
    </ol>
  )
}

interface ToIntentProps {
  readonly one: CandidateView
  readonly explanation: ExplanationView
}

/** One click from why it was said to where it stands. */
function ToIntent({ one, explanation }: ToIntentProps) {
  const { assist } = useTexts()
  const label = assist.seeIntent(one.title)
  return (
    <Tooltip title={label}>
      <Link to={intentPath(one.intent, explanation)} className="to-intent" aria-label={label}>
        <BookOutlined />
      </Link>
    </Tooltip>
  )
}

/** The page of an intent; with the answer that was used, where it is this intent's. */
export function intentPath(intent: string, { said, knowledgeVersion }: ExplanationView): string {
  const path = `/knowledge/intents/${encodeURIComponent(intent)}`
  if (said?.intent !== intent) return path

  const { answer, product } = said
  const used = { answer: String(answer), version: knowledgeVersion, ...(product !== undefined && { product }) }
  return `${path}?${new URLSearchParams(used).toString()}`
}

function Weight({
  one,
  thresholds,
}: {
  readonly one: CandidateView
  readonly thresholds: ExplanationView['thresholds']
}) {
  return (
    <>
      <span className="candidate-head">
        <b>{one.title}</b>
        <code>{one.intent}</code>
        <span>{formatShare(one.confidence)}</span>
      </span>
      <meter
        min={0}
        max={1}
        low={thresholds.clarify}
        high={thresholds.answer}
        optimum={1}
        value={one.confidence}
        aria-label={one.title}
      />
    </>
  )
}

/** The words of the message that spoke for it; the fuller the colour, the more they said. */
function Words({ weighed }: { readonly weighed: CandidateView['weighed'] }) {
  const { why } = useTexts()
  if (weighed.length === 0) return undefined

  return (
    <p className="candidate-words">
      <span>{why.words}</span>
      {weighed.map(({ text, weight }) => (
        <mark key={text} data-strong={weight >= STRONG ? '' : undefined}>
          {text}
        </mark>
      ))}
    </p>
  )
}

/** A score that answers is about 1: a fifth of it from one word is much. */
const STRONG = 0.2

function Examples({ evidence }: { readonly evidence: CandidateView['evidence'] }) {
  return (
    <p className="candidate-examples">
      {evidence.slice(0, 3).map(({ example, similarity }) => (
        <q key={example}>
          {example} <small>{formatShare(similarity)}</small>
        </q>
      ))}
    </p>
  )
}
