import { Alert, Button, Progress } from 'antd'
import type { EstimateLine, LessonDraft } from '../../src/protocol/questions.ts'
import { thrownText } from '../net/refusal.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { UseEstimate } from './use-estimate.ts'

interface EstimateBoxProps {
  readonly use: UseEstimate
  readonly questions: readonly string[]
  /** Absent as long as something is still to be filled in. */
  readonly lesson: LessonDraft | undefined
}

/** What a lesson would bring, before it is written. */
export function EstimateBox({ use, questions, lesson }: EstimateBoxProps) {
  const texts = useTexts()
  const words = texts.questions.lesson
  const { estimate, start, stop } = use
  if (estimate.kind === 'running') {
    const { step, done, total } = estimate
    return (
      <div className="estimate" role="status">
        <span>{step === 'train' ? words.training : words.replaying(done, total)}</span>
        <Progress
          percent={step === 'train' ? 10 : Math.round(10 + (90 * done) / Math.max(1, total))}
          showInfo={false}
          aria-label={words.estimate}
        />
        <Button size="small" onClick={stop}>
          {words.stop}
        </Button>
      </div>
    )
  }
  return (
    <div className="estimate">
      {estimate.kind === 'refused' ? <Alert type="error" title={thrownText(texts, estimate.thrown)} showIcon /> : null}
      {estimate.kind === 'done' ? <Outcome done={estimate} out={lesson?.kind === 'out_of_scope'} /> : null}
      <Button disabled={!lesson} onClick={() => lesson && start(questions, lesson)}>
        {estimate.kind === 'none' ? words.estimate : words.again}
      </Button>
    </div>
  )
}

function Outcome({ done, out }: { readonly done: Extract<EstimateLine, { kind: 'done' }>; readonly out: boolean }) {
  const words = useTexts().questions.lesson
  const { right, questions, unseen, unseenRight, counts, changed } = done
  const { better = 0, different = 0, worse = 0 } = counts
  return (
    <div className="estimate-outcome" role="status">
      <p className={worse > 0 ? 'worse' : 'better'}>
        <b>{(out ? words.rightOut : words.right)(right, questions)}</b>
        {unseen > 0 ? <small>{words.unseen(unseenRight, unseen)}</small> : null}
      </p>
      <p>{words.replay(better, different, worse)}</p>
      {changed.length > 0 ? (
        <ul>
          {changed.slice(0, 8).map(({ conversationId, seq, asked, live, draft, verdict }) => (
            <li key={`${conversationId}.${seq}`}>
              <i className={`chip verdict-${verdict}`}>{words.verdicts[verdict]}</i> {asked}{' '}
              <small>
                {live.title ?? words.outcomes[live.kind]} → {draft.title ?? words.outcomes[draft.kind]}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
