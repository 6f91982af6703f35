import { Link } from 'wouter'
import type { QuestionView } from '../../src/protocol/questions.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

interface QuestionListProps {
  readonly questions: readonly QuestionView[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, on: boolean) => void
}

/** Every question of a group, each to be taken or left, with the way into its conversation. */
export function QuestionList({ questions, chosen, onChoose }: QuestionListProps) {
  return (
    <ul className="questions-all">
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          chosen={chosen.has(question.id)}
          onChoose={(on) => onChoose(question.id, on)}
        />
      ))}
    </ul>
  )
}

interface QuestionProps {
  readonly question: QuestionView
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}

function Question({ question, chosen, onChoose }: QuestionProps) {
  const { questions } = useTexts()
  const locale = useLocale()
  const { conversationId, seq, text, kind, at, reply, wish } = question
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={`${questions.choose}：${text}`}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span>{text}</span>
      </label>
      <p className="question-about">
        {questions.kinds[kind]} · {formatMoment(at, locale)} ·{' '}
        <Link to={`/conversations/${encodeURIComponent(conversationId)}?seq=${seq}`}>{questions.openTalk}</Link>
      </p>
      {reply ? (
        <p className="question-reply">
          {reply.agentName}：{reply.text}
        </p>
      ) : null}
      {wish?.answer ? (
        <p className="question-reply">
          {questions.wish(wish.agentName)}：{wish.answer}
        </p>
      ) : null}
    </li>
  )
}
