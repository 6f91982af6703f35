import { AutoComplete, Input, Modal } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { IntentEdited, IntentRows } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { Field } from '../field.tsx'
import { toIntentId } from '../form/intent-id.ts'
import { pasteMany } from '../form/paste-many.ts'
import { toIntentPath } from '../paths.ts'
import { TextBox } from '../text-box.tsx'
import { useWords } from '../use-words.ts'
import { usePinyin } from './use-pinyin.ts'

interface NewIntentDialogProps {
  readonly rows: IntentRows
  readonly onClose: () => void
}

/** Begins an intent: its title, where it is written down, and the first words that mean it. */
export function NewIntentDialog({ rows, onClose }: NewIntentDialogProps) {
  const texts = useTexts()
  const { create } = useWords()
  const draft = useNewIntent(rows)
  const files = [...new Set(rows.intents.map(({ file }) => file))].sort()
  return (
    <Modal
      open
      width={560}
      title={create.title}
      okText={create.ok}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: !draft.whole }}
      confirmLoading={draft.busy}
      mask={{ closable: false }}
      onOk={() => void draft.save()}
      onCancel={onClose}
    >
      <div className="knowledge-form">
        <Field label={create.name} hint={create.nameHint}>
          {(id) => (
            <Input
              id={id}
              value={draft.title}
              maxLength={60}
              onChange={(event) => draft.setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={create.id} hint={create.idHint} fault={draft.idFault}>
          {(id) => (
            <Input id={id} value={draft.id} maxLength={60} onChange={(event) => draft.setId(event.target.value)} />
          )}
        </Field>
        <Field label={create.file} hint={create.fileHint}>
          {(id) => (
            <AutoComplete
              id={id}
              value={draft.file}
              options={files.map((value) => ({ value }))}
              onChange={draft.setFile}
            />
          )}
        </Field>
        <Field label={create.examples} hint={create.examplesHint(draft.examples.length)}>
          {(id) => <TextBox id={id} rows={4} value={draft.said} onChange={draft.setSaid} />}
        </Field>
        <Field label={create.answer}>
          {(id) => <TextBox id={id} value={draft.answer} maxLength={5000} onChange={draft.setAnswer} />}
        </Field>
      </div>
    </Modal>
  )
}

const FIRST_FILE = 'faq/more.yaml'
const ID = /^[a-z][a-z0-9_]*$/

function useNewIntent({ intents }: IntentRows) {
  const texts = useTexts()
  const { create } = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const spell = usePinyin()?.spell
  const [title, setTitle] = useState('')
  const [typedId, setId] = useState<string>()
  const [file, setFile] = useState(intents[0]?.file ?? FIRST_FILE)
  const [said, setSaid] = useState('')
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)
  const taken = new Set(intents.map((one) => one.id))
  const id = typedId ?? (spell && title.trim() !== '' ? toIntentId(title, spell, taken) : '')
  const idFault = id === '' || (ID.test(id) && !taken.has(id)) ? undefined : create.idFault
  const examples = pasteMany(said, []).added

  async function save(): Promise<void> {
    setBusy(true)
    const form = {
      id,
      title: { [texts.locale]: title.trim() },
      examples,
      not: [],
      answers: answer.trim() === '' ? [] : [{ say: { [texts.locale]: answer.trim() } }],
      autonomy: 'auto',
      next: [],
      enabled: true,
    }
    try {
      await request<IntentEdited>('POST', '/api/v1/knowledge/draft/intents', { form, file: file.trim() })
      void reloadDraft()
      navigate(toIntentPath(id))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      setBusy(false)
    }
  }

  const whole = title.trim() !== '' && id !== '' && idFault === undefined && file.trim() !== '' && examples.length > 0
  return {
    title,
    setTitle,
    id,
    setId,
    idFault,
    file,
    setFile,
    said,
    setSaid,
    answer,
    setAnswer,
    examples,
    busy,
    whole,
    save,
  }
}
