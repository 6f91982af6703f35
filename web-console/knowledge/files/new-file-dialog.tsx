import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FileDetail, FileView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { Field } from '../field.tsx'
import { toFilePath } from '../paths.ts'
import { useWords } from '../use-words.ts'

/** What each folder holds begins with this; a file of its own needs at least as much. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  faq: 'intents: []\n',
  'pre-sales': 'intents: []\n',
  'after-sales': 'intents: []\n',
  products: 'products: []\n',
  flows: 'flows: []\n',
  lexicon: 'synonyms: []\n',
  tests: 'tests: []\n',
}

interface NewFileDialogProps {
  readonly files: readonly FileView[]
  readonly onClose: () => void
}

export function NewFileDialog({ files, onClose }: NewFileDialogProps) {
  const texts = useTexts()
  const { files: words, list } = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const [folder, setFolder] = useState('faq')
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const path = `${folder}/${name.trim().replace(/\.ya?ml$/, '')}.yaml`
  const isTaken = files.some((one) => one.path === path)
  const fault = name === '' || (/^[\w-]+(?:\.ya?ml)?$/.test(name.trim()) && !isTaken) ? undefined : words.nameFault

  async function save(): Promise<void> {
    setBusy(true)
    try {
      await request<FileDetail>('PUT', '/api/v1/knowledge/draft/files', { path, text: BEGINNINGS[folder] ?? '' })
      void reloadDraft()
      onClose()
      navigate(toFilePath(path))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={words.create}
      okText={words.create}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: name.trim() === '' || fault !== undefined }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="knowledge-form">
        <Field label={words.folder}>
          {(id) => (
            <Select
              id={id}
              value={folder}
              options={Object.keys(BEGINNINGS).map((value) => ({
                value,
                label: `${list.categories[value]} (${value})`,
              }))}
              onChange={setFolder}
            />
          )}
        </Field>
        <Field label={words.name} hint={path} fault={fault}>
          {(id) => <Input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
