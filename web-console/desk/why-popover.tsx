import { Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ExplanationView } from '../../src/protocol/console.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { Candidates, intentPath } from './candidates.tsx'

/** 为什么这么答: on every message of the bot. Few are asked, so the popover is made when one is. */
export function WhyPopover({ explanation }: { readonly explanation: ExplanationView }) {
  const { why } = useTexts()
  const [asked, setAsked] = useState(false)
  if (asked) return <Asked explanation={explanation} />

  return (
    <button type="button" className="why" onClick={() => setAsked(true)}>
      {why.title}
    </button>
  )
}

function Asked({ explanation }: { readonly explanation: ExplanationView }) {
  const { why } = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  // It has taken the place of the one that was pressed.
  useEffect(() => button.current?.focus(), [])
  return (
    <Popover
      defaultOpen
      trigger="click"
      placement={window.matchMedia('(max-width: 767px)').matches ? 'bottomRight' : 'left'}
      title={why.title}
      content={<Why explanation={explanation} />}
      classNames={{ root: 'why-popover' }}
      destroyOnHidden
    >
      <button ref={button} type="button" className="why">
        {why.title}
      </button>
    </Popover>
  )
}

/** `handoff:asked` → 转人工 · 要求人工; of several decisions each. What we have no words for is shown as it is. */
export function ruleText(rule: string, texts: Texts): string {
  return rule
    .split('+')
    .map((one) => oneRuleText(one, texts))
    .join(' + ')
}

function oneRuleText(rule: string, texts: Texts): string {
  const rules: Record<string, string> = texts.why.rules
  const whole = rules[rule]
  if (whole) return whole

  const [head = '', detail = '', ...more] = rule.split(':')
  const reasons: Record<string, string> = texts.reason
  const steps: Record<string, string> = texts.why.steps
  const words = [
    rules[head] ?? steps[head] ?? head,
    detail ? (reasons[detail] ?? rules[detail] ?? detail) : '',
    ...more.map((one) => steps[one] ?? one),
  ]
  return words.filter(Boolean).join(' · ')
}

/** What the message named, what is being talked about, and what the task has learnt. */
function TraceLines({ trace }: { readonly trace: ExplanationView['trace'] }) {
  const { why } = useTexts()
  if (!trace) return null
  const { entities, topic, flow } = trace
  const topics = [topic.product, topic.variant, topic.order].filter((one) => one !== undefined)
  const slots = Object.entries(flow?.slots ?? {}).filter(([, value]) => value !== '')
  return (
    <>
      {entities.length > 0 && (
        <>
          <dt>{why.entities}</dt>
          <dd>{entities.join(' · ')}</dd>
        </>
      )}
      {topics.length > 0 && (
        <>
          <dt>{why.topic}</dt>
          <dd>{topics.join(' · ')}</dd>
        </>
      )}
      {flow && (
        <>
          <dt>{why.task}</dt>
          <dd>
            {flow.asked === undefined ? flow.id : `${flow.id} → ${flow.asked}`}
            {slots.map(([name, value]) => (
              <code key={name} className="fact">
                {name} = {value}
              </code>
            ))}
          </dd>
        </>
      )}
    </>
  )
}

function Why({ explanation }: { readonly explanation: ExplanationView }) {
  const texts = useTexts()
  const { why } = texts
  const { thresholds, answer, said } = explanation
  const facts = Object.entries(explanation.facts)
  return (
    <dl className="why-body">
      <dt>{why.rule}</dt>
      <dd>
        {ruleText(explanation.rule, texts)}
        {answer === undefined ? '' : ' · '}
        {answer !== undefined && said ? (
          <Link to={intentPath(said.intent, explanation)}>{why.answer(answer + 1)}</Link>
        ) : null}
        {answer !== undefined && !said ? why.answer(answer + 1) : null}
        <small> {why.heard(explanation.heardSeq)}</small>
      </dd>
      <dt>{why.candidates}</dt>
      <dd>
        <Candidates explanation={explanation} />
      </dd>
      <dt>{why.thresholds}</dt>
      <dd>{why.thresholdLine(formatShare(thresholds.answer), formatShare(thresholds.clarify))}</dd>
      <dt>{why.facts}</dt>
      <dd>
        {facts.length === 0 ? why.noFacts : null}
        {facts.map(([name, value]) => (
          <code key={name} className="fact">
            {name} = {value}
          </code>
        ))}
      </dd>
      <TraceLines trace={explanation.trace} />
      <dt>{why.version}</dt>
      <dd className="mono">{explanation.knowledgeVersion}</dd>
    </dl>
  )
}
