import type { AnswerView, IntentDetail } from '../../src/protocol/knowledge.ts'
import { useTexts } from '../texts/use-texts.ts'

interface AnswersProps {
  readonly intent: IntentDetail
  /** The answer that was used: its place in the shop's list, or in the product's own. */
  readonly used: { readonly answer: number; readonly product: string | undefined } | undefined
}

/** The shop's answers in the owner's order, then those of products. */
export function Answers({ intent, used }: AnswersProps) {
  const { intentPage: texts } = useTexts()
  const { answers, productAnswers } = intent
  const ofProduct = productAnswers.filter(({ product }) => product?.value === used?.product)
  return (
    <>
      <section className="intent-block">
        <h2>
          {texts.answers} <span className="count">{answers.length}</span>
        </h2>
        {answers.length === 0 ? <p className="none">{texts.noAnswers}</p> : null}
        <ol className="answers">
          {answers.map((answer, index) => (
            <Answer
              key={textOf(answer)}
              answer={answer}
              place={index + 1}
              used={used?.product === undefined && index === used?.answer}
            />
          ))}
        </ol>
      </section>
      {productAnswers.length > 0 ? (
        <section className="intent-block">
          <h2>
            {texts.productAnswers} <span className="count">{productAnswers.length}</span>
          </h2>
          <ol className="answers">
            {productAnswers.map((answer) => (
              <Answer
                key={`${answer.product?.value}:${textOf(answer)}`}
                answer={answer}
                used={used !== undefined && ofProduct[used.answer] === answer}
              />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}

/** No owner writes the same words twice for the same case. */
function textOf({ say, when, from, until }: AnswerView): string {
  return [say.zh ?? say.en, when?.en, from, until].join('|')
}

interface AnswerProps {
  readonly answer: AnswerView
  readonly place?: number
  readonly used: boolean
}

function Answer({ answer, place, used }: AnswerProps) {
  const { intentPage: texts } = useTexts()
  const { say } = answer
  const both = say.zh !== undefined && say.en !== undefined
  return (
    <li className={used ? 'answer used' : 'answer'} aria-current={used ? 'true' : undefined}>
      <header>
        {place === undefined ? null : <b>{place}</b>}
        {answer.product ? <b>{answer.product.label}</b> : null}
        <Conditions answer={answer} />
        {used ? <i className="chip">{texts.used}</i> : null}
      </header>
      {say.zh === undefined ? null : <p lang="zh">{say.zh}</p>}
      {say.en === undefined ? null : (
        <p lang="en" className={both ? 'second' : ''}>
          {say.en}
        </p>
      )}
    </li>
  )
}

/** When it may be said, in words. */
function Conditions({ answer }: { readonly answer: AnswerView }) {
  const texts = useTexts()
  const { intentPage } = texts
  const { when, from, until, priority } = answer
  const parts = [
    when ? `${intentPage.when}: ${when[texts.locale]}` : '',
    from === undefined ? '' : intentPage.from(from),
    until === undefined ? '' : intentPage.until(until),
    priority === 0 ? '' : intentPage.priority(priority),
  ].filter(Boolean)
  return <span className="answer-when">{parts.length === 0 ? intentPage.always : parts.join(' · ')}</span>
}
