import { App, Button } from 'antd'
import { useLocation } from 'wouter'
import type { FileDetail } from '../../../src/protocol/editing.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import type { UseFile } from './use-file.ts'

interface FileToolsProps {
  readonly file: FileDetail
  readonly editing: UseFile
  readonly comparing: boolean
  readonly onCompare: (comparing: boolean) => void
}

export function FileTools({ file, editing, comparing, onCompare }: FileToolsProps) {
  const { files: words } = useWords()
  const ask = useAsk()
  const [, navigate] = useLocation()
  const { dirty, busy } = editing
  const differs = file.state !== 'same' || dirty

  async function discard(): Promise<void> {
    if (!(await ask(words.discardTitle(file.path), words.discardText, words.discard))) return
    if ((await editing.discard()) && file.live === undefined) navigate('/knowledge/files')
  }
  async function remove(): Promise<void> {
    if (await ask(words.removeTitle(file.path), words.removeText, words.remove)) await editing.remove()
  }

  return (
    <div className="file-tools">
      <b className="mono">{file.path}</b>
      <i className={`chip ${file.state}`}>{words.states[file.state]}</i>
      {dirty ? <i className="chip">{words.unsaved}</i> : null}
      {file.merged ? <span className="hint">{words.merged}</span> : null}
      <span className="file-buttons">
        <Button disabled={!differs && !comparing} aria-pressed={comparing} onClick={() => onCompare(!comparing)}>
          {comparing ? words.stopComparing : words.compare}
        </Button>
        {file.state === 'same' ? null : <Button onClick={() => void discard()}>{words.discard}</Button>}
        {file.state === 'removed' ? null : (
          <Button danger type="text" onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
        <Button type="primary" disabled={!dirty} loading={busy} title="Ctrl+S" onClick={() => void editing.save()}>
          {words.save}
        </Button>
      </span>
    </div>
  )
}

function useAsk(): (title: string, content: string, ok: string) => Promise<boolean> {
  const texts = useTexts()
  const { modal } = App.useApp()
  return (title, content, ok) =>
    new Promise((resolve) => {
      modal.confirm({
        title,
        content,
        okText: ok,
        okButtonProps: { danger: true },
        cancelText: texts.cancel,
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
}
