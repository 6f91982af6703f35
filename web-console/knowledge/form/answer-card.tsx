import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import type { AnswerForm } from '../../../src/protocol/editing.ts'
import type { FactChoice } from '../../../src/protocol/editing-words.ts'
import { CARD_CHOICES } from '../../../src/protocol/editing-words.ts'
import { Field } from '../field.tsx'
import { useWords } from '../use-words.ts'
import { AnswerPreview } from './answer-preview.tsx'
import { ConditionField } from './condition-field.tsx'
import { withValue } from './keyed-form.ts'
import { type IntentChoice, NextField } from './next-field.tsx'
import { SayField } from './say-field.tsx'

interface AnswerCardProps {
  readonly answer: AnswerForm
  readonly place: number
  readonly last: boolean
  readonly product: string
  readonly facts: readonly FactChoice[]
  readonly intents: readonly IntentChoice[]
  readonly onChange: (answer: AnswerForm) => void
  readonly onMove: (by: number) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  readonly onYaml: () => void
}

/** One answer: its words, when it may be said, and what is shown with it. */
export function AnswerCard(props: AnswerCardProps) {
  const { answer, place, product, facts, onChange, onYaml } = props
  const { form: words } = useWords()
  return (
    <li className="answer-card" aria-label={words.answer(place)}>
      <Tools {...props} />
      <SayField say={answer.say} facts={facts} onChange={(say) => onChange({ ...answer, say })} />
      <AnswerPreview say={answer.say} product={product} />
      <ConditionField
        when={answer.when}
        facts={facts}
        onChange={(when) => onChange(withValue(answer, 'when', when && { ...when }))}
        onYaml={onYaml}
      />
      <Limits {...props} />
    </li>
  )
}

function Tools({ place, last, onMove, onDuplicate, onRemove }: AnswerCardProps) {
  const { form: words } = useWords()
  const tools = [
    { name: words.up, icon: <ArrowUpOutlined />, press: () => onMove(-1), disabled: place === 1 },
    { name: words.down, icon: <ArrowDownOutlined />, press: () => onMove(1), disabled: last },
    { name: words.duplicate, icon: <CopyOutlined />, press: onDuplicate, disabled: false },
    { name: words.removeAnswer, icon: <DeleteOutlined />, press: onRemove, disabled: false },
  ]
  return (
    <header>
      <b>{words.answer(place)}</b>
      {tools.map(({ name, icon, press, disabled }) => (
        <Button
          key={name}
          type="text"
          size="small"
          icon={icon}
          disabled={disabled}
          aria-label={`${name} ${words.answer(place)}`}
          title={name}
          onClick={press}
        />
      ))}
    </header>
  )
}

/** Dates, priority, cards and what is offered next; folded in while nothing of it is set. */
function Limits({ answer, intents, onChange }: AnswerCardProps) {
  const { form: words } = useWords()
  const isSet = [answer.from, answer.until, answer.priority, answer.show?.length, answer.next?.length].some(Boolean)
  return (
    <details className="answer-limits" open={isSet || undefined}>
      <summary>{words.limits}</summary>
      <div className="limits">
        <Day label={words.from} value={answer.from} onChange={(from) => onChange(withValue(answer, 'from', from))} />
        <Day
          label={words.until}
          value={answer.until}
          onChange={(until) => onChange(withValue(answer, 'until', until))}
        />
        <Field label={words.priority} hint={words.priorityHint}>
          {(id) => (
            <InputNumber
              id={id}
              value={answer.priority ?? 0}
              precision={0}
              onChange={(priority) => onChange(withValue(answer, 'priority', priority || undefined))}
            />
          )}
        </Field>
        <Field label={words.show}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={answer.show ?? []}
              options={CARD_CHOICES.map((value) => ({ value, label: words.cards[value] }))}
              onChange={(show) => onChange(withValue(answer, 'show', show))}
            />
          )}
        </Field>
      </div>
      <NextField
        label={words.answerNext}
        value={answer.next ?? []}
        intents={intents}
        onChange={(next) => onChange(withValue(answer, 'next', next))}
      />
    </details>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="day"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )}
    </Field>
  )
}
