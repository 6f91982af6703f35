import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { ProductCardView } from '../../../src/protocol/common.ts'
import type { AnswerForm } from '../../../src/protocol/editing.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useWords } from '../use-words.ts'
import { AnswerCard } from './answer-card.tsx'
import { duplicate, type KeyedAnswer, move, withKey } from './keyed-form.ts'
import type { IntentChoice } from './next-field.tsx'
import { useFacts } from './use-facts.ts'

const UNDO_SECONDS = 8

interface AnswersFieldProps {
  readonly answers: readonly KeyedAnswer[]
  readonly intents: readonly IntentChoice[]
  readonly onChange: (answers: readonly KeyedAnswer[]) => void
  readonly onYaml: () => void
}

/** The answers in their order: the first usable one of the highest priority is said. */
export function AnswersField({ answers, intents, onChange, onYaml }: AnswersFieldProps) {
  const { form: words } = useWords()
  const [product, setProduct] = useState('')
  const facts = useFacts()
  const takeOut = useTakeOut(onChange)
  return (
    <section className="intent-block" aria-label={words.answers}>
      <div className="answers-head">
        <h2>
          {words.answers} <span className="count">{answers.length}</span>
        </h2>
        <ProductChoice value={product} onChange={setProduct} />
      </div>
      <p className="hint">{words.answersHint}</p>
      <ol className="answer-cards">
        {answers.map(({ key, answer }, at) => (
          <AnswerCard
            key={key}
            answer={answer}
            place={at + 1}
            last={at === answers.length - 1}
            product={product}
            facts={facts}
            intents={intents}
            onYaml={onYaml}
            onChange={(next) => onChange(answers.with(at, { key, answer: next }))}
            onMove={(by) => onChange(move(answers, at, at + by))}
            onDuplicate={() => onChange(duplicate(answers, at))}
            onRemove={() => takeOut(answers, at)}
          />
        ))}
      </ol>
      <Button icon={<PlusOutlined />} onClick={() => onChange([...answers, withKey({ say: {} } satisfies AnswerForm)])}>
        {words.addAnswer}
      </Button>
    </section>
  )
}

/** Takes an answer out at once, and puts all back as they were for a while after. */
function useTakeOut(onChange: (answers: readonly KeyedAnswer[]) => void) {
  const { form: words, list } = useWords()
  const { message } = App.useApp()
  return (answers: readonly KeyedAnswer[], at: number) => {
    const key = `answer ${answers[at]?.key}`
    onChange(answers.toSpliced(at, 1))
    void message.open({
      key,
      type: 'success',
      duration: UNDO_SECONDS,
      content: (
        <>
          {words.answerGone(at + 1)}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key)
              onChange(answers)
            }}
          >
            {list.undo}
          </Button>
        </>
      ),
    })
  }
}

/** Whose facts fill the previews. */
function ProductChoice({ value, onChange }: { readonly value: string; readonly onChange: (product: string) => void }) {
  const { form: words } = useWords()
  const { loaded } = useLoaded<{ products: ProductCardView[] }>('/api/v1/products')
  if (loaded.kind !== 'ready') return null
  return (
    <Select
      aria-label={words.previewWith}
      value={value}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: words.previewPlausible },
        ...loaded.value.products.map(({ id, name }) => ({ value: id, label: words.previewOf(name) })),
      ]}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  )
}
