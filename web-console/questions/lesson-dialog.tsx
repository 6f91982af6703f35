import { Button, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useLocation } from 'wouter'
import type { LessonDraft, QuestionsSettled } from '../../src/protocol/questions.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ChangeView } from './change-view.tsx'
import { EstimateBox } from './estimate-box.tsx'
import { IntentSelect } from './intent-select.tsx'
import { type Deeds, type Picked, toExamples } from './use-deeds.ts'
import { useEstimate } from './use-estimate.ts'

export interface LessonAsked {
  readonly kind: 'learn' | 'create'
  readonly picked: Picked
}

interface LessonDialogProps {
  readonly asked: LessonAsked
  readonly settle: Deeds['settle']
  readonly onClose: () => void
}

const ID = /^[a-z][a-z0-9_]{0,59}$/

/** What is taught: to which intent, or as what new one; tried out first by whoever likes, then written into the draft. */
export function LessonDialog({ asked, settle, onClose }: LessonDialogProps) {
  const { questions } = useTexts()
  const words = questions.lesson
  const [fields, setFields] = useState(() => toFields(asked))
  const [saved, setSaved] = useState<QuestionsSettled>()
  const [busy, setBusy] = useState(false)
  const use = useEstimate()
  const lesson = toLesson(asked.kind, fields, asked)
  const put = (changed: Partial<Fields>) => setFields({ ...fields, ...changed })

  async function save(): Promise<void> {
    if (!lesson || busy) return
    setBusy(true)
    const settled = await settle(asked.picked, lesson)
    setBusy(false)
    if (settled) setSaved(settled)
  }

  if (saved) return <Saved saved={saved} onClose={onClose} />
  return (
    <Modal
      open
      title={asked.kind === 'learn' ? words.learnTitle : words.createTitle}
      okText={words.save}
      okButtonProps={{ disabled: !lesson, loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={620}
      className="lesson"
    >
      {asked.kind === 'learn' ? (
        <Field label={words.intent}>
          {(id) => (
            <IntentSelect
              id={id}
              value={fields.intent}
              near={asked.picked.cluster.nearest}
              onChange={(intent) => put({ intent })}
            />
          )}
        </Field>
      ) : (
        <NewIntent fields={fields} put={put} replied={asked.picked.cluster.replies.length > 0} />
      )}
      <Field label={words.examples} hint={words.examplesHint}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={fields.examples}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => put({ examples: event.target.value })}
          />
        )}
      </Field>
      <EstimateBox use={use} questions={asked.picked.questions.map(({ id }) => id)} lesson={lesson} />
    </Modal>
  )
}

interface Fields {
  readonly intent: string
  readonly title: string
  readonly id: string
  readonly answer: string
  readonly examples: string
}

function toFields({ picked }: LessonAsked): Fields {
  const { nearest, proposal, wishes } = picked.cluster
  return {
    intent: wishes.find(({ intent }) => intent)?.intent ?? nearest[0]?.intent ?? '',
    title: proposal.title,
    id: proposal.id,
    answer: proposal.answer,
    examples: toExamples(picked.questions).join('\n'),
  }
}

function toLesson(kind: LessonAsked['kind'], fields: Fields, { picked }: LessonAsked): LessonDraft | undefined {
  const examples = fields.examples
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 100)
  if (examples.length === 0) return undefined
  if (kind === 'learn') return fields.intent === '' ? undefined : { kind, intent: fields.intent, examples }

  const { file } = picked.cluster.proposal
  const [title, answer] = [fields.title.trim(), fields.answer.trim()]
  if (title === '' || answer === '' || !ID.test(fields.id)) return undefined
  return { kind, id: fields.id, title, file, examples, answer }
}

interface NewIntentProps {
  readonly fields: Fields
  readonly put: (changed: Partial<Fields>) => void
  readonly replied: boolean
}

function NewIntent({ fields, put, replied }: NewIntentProps) {
  const words = useTexts().questions.lesson
  return (
    <>
      <Field label={words.name}>
        {(id) => (
          <Input id={id} value={fields.title} maxLength={60} onChange={(event) => put({ title: event.target.value })} />
        )}
      </Field>
      <Field label={words.id} hint={words.idHint}>
        {(id) => (
          <Input
            id={id}
            value={fields.id}
            maxLength={60}
            status={ID.test(fields.id) ? '' : 'error'}
            onChange={(event) => put({ id: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.answer} hint={replied ? words.answerHint : words.answerEmpty}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={fields.answer}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => put({ answer: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly children: (id: string) => ReactNode
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="lesson-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint ? <small>{hint}</small> : null}
    </div>
  )
}

function Saved({ saved, onClose }: { readonly saved: QuestionsSettled; readonly onClose: () => void }) {
  const words = useTexts().questions.saved
  const [, navigate] = useLocation()
  const { change } = saved
  const isNothing = change?.before === change?.after
  return (
    <Modal
      open
      title={words.title}
      onCancel={onClose}
      width={620}
      className="lesson"
      footer={
        <>
          <Button onClick={() => navigate('/knowledge/draft')}>{words.toDraft}</Button>
          <Button type="primary" onClick={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      {change && !isNothing ? <ChangeView change={change} /> : <p>{words.nothing}</p>}
      <p className="drawer-note">{words.next}</p>
    </Modal>
  )
}
