import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { FileDetail, TextChecked } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { draftFile } from '../paths.ts'
import { ProblemList } from '../problem-list.tsx'
import { useSaveKey } from '../use-save-key.ts'
import { useWords } from '../use-words.ts'
import type { Checked } from './create-editor.ts'
import { FileConflict } from './file-conflict.tsx'
import { FileTools } from './file-tools.tsx'
import { OverwriteDialog } from './overwrite-dialog.tsx'
import { SidePicture } from './side-picture.tsx'
import { useFile } from './use-file.ts'
import { useYamlHelp } from './use-yaml-help.ts'
import { YamlEditor } from './yaml-editor.tsx'
import './files.css'

interface FilePanelProps {
  readonly path: string
  readonly line?: number | undefined
  readonly onDirty?: (dirty: boolean) => void
}

/** One file of the draft as YAML, with what is wrong with it and what it makes. */
export function FilePanel({ path, line, onDirty }: FilePanelProps) {
  const { loaded, reload, put } = useLoaded<FileDetail>(draftFile(path))
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 12 }} />
  return <Panel key={path} file={loaded.value} line={line} onSaved={put} onDirty={onDirty} />
}

interface PanelProps {
  readonly file: FileDetail
  readonly line: number | undefined
  readonly onSaved: (file: FileDetail) => void
  readonly onDirty: ((dirty: boolean) => void) | undefined
}

const NOTHING: Checked = { problems: [], warnings: [] }

function Panel({ file, line, onSaved, onDirty }: PanelProps) {
  const { files: words, list } = useWords()
  const editing = useFile(file, onSaved)
  const help = useYamlHelp(file.kind)
  const [checked, setChecked] = useState<Checked>({ problems: file.faults, warnings: file.hints })
  const [spot, setSpot] = useState(line === undefined ? undefined : { line })
  const [here, setHere] = useState(line ?? 1)
  const [comparing, setComparing] = useState(false)
  const goTo = (to: number) => setSpot({ line: to })
  useSaveKey(() => void editing.save(), editing.dirty && !editing.busy)
  useEffect(() => onDirty?.(editing.dirty), [onDirty, editing.dirty])

  async function check(text: string): Promise<Checked> {
    const found = await checkText(file.path, text)
    setChecked(found)
    return ofFile(found, file.path)
  }

  const mine = ofFile(checked, file.path)
  return (
    <div className="file-panel">
      <FileTools file={file} editing={editing} comparing={comparing} onCompare={setComparing} />
      {file.conflict ? <FileConflict file={file} editing={editing} /> : null}
      <div className={file.kind === 'flows' || file.kind === 'products' ? 'file-body pictured' : 'file-body'}>
        <YamlEditor
          label={words.editorOf(file.path)}
          text={editing.text}
          original={comparing ? (file.live ?? '') : undefined}
          spot={spot}
          help={help}
          check={check}
          onChange={editing.edit}
          onLine={setHere}
        />
        <SidePicture kind={file.kind} text={editing.text} line={here} onLine={goTo} />
      </div>
      <ProblemList title={list.problems} problems={mine.problems} kind="bad" onOpen={goTo} />
      <ProblemList title={list.hints} problems={mine.warnings} kind="mild" onOpen={goTo} />
      <ProblemList
        title={words.elsewhere}
        problems={checked.problems.filter((one) => one.file !== file.path)}
        kind="bad"
      />
      {editing.theirs ? <OverwriteDialog editing={editing} theirs={editing.theirs} path={file.path} /> : null}
    </div>
  )
}

/** While the server cannot be asked, nothing is marked; saving says why. */
async function checkText(path: string, text: string): Promise<Checked> {
  try {
    return await request<TextChecked>('POST', '/api/v1/knowledge/draft/check-text', { path, text })
  } catch {
    return NOTHING
  }
}

function ofFile({ problems, warnings }: Checked, path: string): Checked {
  return {
    problems: problems.filter(({ file }) => file === path),
    warnings: warnings.filter(({ file }) => file === path),
  }
}
