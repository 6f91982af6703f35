import { App, Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { IntentEdited } from '../../../src/protocol/editing.ts'
import { Waiting } from '../../entry/waiting.tsx'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { draftIntent, toFilePath, toIntentPath } from '../paths.ts'
import { useSaveKey } from '../use-save-key.ts'
import { useWords } from '../use-words.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { IntentFields } from './intent-fields.tsx'
import { type UseIntentForm, useIntentForm } from './use-intent-form.ts'

const FilePanel = lazy(async () => ({ default: (await import('../files/file-panel.tsx')).FilePanel }))

interface IntentEditorProps {
  readonly edited: IntentEdited
  readonly onSaved: (edited: IntentEdited) => void
  /** The file may have become another. */
  readonly onStale: () => void
}

type View = 'form' | 'yaml'

/** An intent as a form or as the YAML it is written in; whoever changes over with something unsaved is asked. */
export function IntentEditor({ edited, onSaved, onStale }: IntentEditorProps) {
  const editing = useIntentForm(edited, onSaved)
  const [params, setParams] = useSearchParams()
  const view: View = params.get('view') === 'yaml' ? 'yaml' : 'form'
  const [fileDirty, setFileDirty] = useState(false)
  const ask = useAsk()

  const show = (next: View) => setParams(next === 'yaml' ? { view: 'yaml' } : {}, { replace: true })
  async function changeTo(next: View): Promise<void> {
    if (next === view) return
    if (view === 'yaml') {
      if (fileDirty && !(await ask('file'))) return
      show('form')
      onStale()
      return
    }
    if (editing.dirty) {
      if (!(await ask('form')) || !(await editing.save())) return
    }
    show('yaml')
  }

  return (
    <>
      <Head editing={editing} view={view} onView={(next) => void changeTo(next)} />
      {view === 'form' ? (
        <Form editing={editing} onYaml={() => void changeTo('yaml')} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <FilePanel path={editing.base.file} line={editing.base.line} onDirty={setFileDirty} />
        </Suspense>
      )}
      {editing.theirs ? <ConflictDialog editing={editing} theirs={editing.theirs} /> : null}
    </>
  )
}

function Form({ editing, onYaml }: { readonly editing: UseIntentForm; readonly onYaml: () => void }) {
  useSaveKey(() => void editing.save(), editing.dirty && !editing.busy)
  return <IntentFields editing={editing} onYaml={onYaml} />
}

/** Whether what is unsaved may go: a form is saved on the way, a file stays in its editor until it is. */
function useAsk(): (what: 'form' | 'file') => Promise<boolean> {
  const texts = useTexts()
  const { form: words } = useWords()
  const { modal } = App.useApp()
  return (what) =>
    new Promise((resolve) => {
      modal.confirm({
        title: what === 'form' ? words.saveFirst : words.fileUnsaved,
        content: what === 'form' ? words.saveFirstText : words.fileUnsavedText,
        okText: what === 'form' ? words.saveAndGo : words.dropAndGo,
        cancelText: texts.cancel,
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
}

interface HeadProps {
  readonly editing: UseIntentForm
  readonly view: View
  readonly onView: (view: View) => void
}

function Head({ editing, view, onView }: HeadProps) {
  const texts = useTexts()
  const { form: words, list } = useWords()
  const { form, base, dirty, busy, resumed } = editing
  const title = form.title[texts.locale] ?? form.title.zh ?? form.title.en ?? form.id
  return (
    <header className="intent-head">
      <p className="crumbs">
        <Link to="/knowledge">{list.title}</Link> / <Link to={toFilePath(base.file, base.line)}>{base.file}</Link>
      </p>
      <div className="intent-head-line">
        <h1>
          {title} <code>{form.id}</code>
          {base.changed ? <i className="chip left">{list.changed}</i> : null}
        </h1>
        <Segmented<View>
          value={view}
          aria-label={words.view}
          options={[
            { value: 'form', label: words.asForm },
            { value: 'yaml', label: 'YAML' },
          ]}
          onChange={onView}
        />
        {view === 'form' ? (
          <>
            <Button disabled={!dirty || busy} onClick={editing.drop}>
              {words.drop}
            </Button>
            <Button type="primary" disabled={!dirty} loading={busy} onClick={() => void editing.save()} title="Ctrl+S">
              {words.save}
            </Button>
          </>
        ) : null}
        <Remove id={form.id} title={title} />
      </div>
      <p className="intent-links">
        <Link to={`${toIntentPath(form.id)}?view=live`}>{words.readLive}</Link>
        {resumed ? <span role="status">{words.resumed}</span> : null}
      </p>
    </header>
  )
}

function Remove({ id, title }: { readonly id: string; readonly title: string }) {
  const texts = useTexts()
  const { form: words } = useWords()
  const { modal } = App.useApp()
  const say = useSay()
  const [, navigate] = useLocation()

  async function remove(): Promise<void> {
    try {
      await request('DELETE', draftIntent(id))
      void reloadDraft()
      navigate('/knowledge')
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <Button
      danger
      type="text"
      onClick={() =>
        void modal.confirm({
          title: words.removeTitle(title),
          content: words.removeText,
          okText: words.remove,
          okButtonProps: { danger: true },
          cancelText: texts.cancel,
          onOk: remove,
        })
      }
    >
      {words.remove}
    </Button>
  )
}
