import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { FileView } from '../../../src/protocol/editing.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { DraftBar } from '../draft-bar.tsx'
import { reloadDraft, useDraft } from '../draft-store.ts'
import { toFilePath } from '../paths.ts'
import { useWords } from '../use-words.ts'
import { FilePanel } from './file-panel.tsx'
import { NewFileDialog } from './new-file-dialog.tsx'
import '../list/list.css'
import './files.css'

/** 文件: everything the shop has written down, file by file; one of them is open beside. */
export function FilesPage({ path }: { readonly path?: string }) {
  const { files: words } = useWords()
  const { draft, thrown } = useDraft()
  const [creating, setCreating] = useState(false)
  const [params] = useSearchParams()
  const line = Number(params.get('line')) || undefined
  return (
    <main className={path === undefined ? 'page knowledge files' : 'page knowledge files open'}>
      <DraftBar />
      <div className="files-columns">
        <nav className="file-tree" aria-label={words.title}>
          <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {words.create}
          </Button>
          {!draft && thrown ? <LoadFailed thrown={thrown} onRetry={() => void reloadDraft()} /> : null}
          {!draft && !thrown ? <Skeleton active paragraph={{ rows: 12 }} title={false} /> : null}
          {draft ? <Tree files={draft.files} path={path} /> : null}
        </nav>
        {path === undefined ? (
          <section>
            <h1 className="sr-only">{words.title}</h1>
            <p className="file-none">{words.choose}</p>
          </section>
        ) : (
          <div className="file-open">
            <Link to="/knowledge/files" className="file-back">
              ← {words.title}
            </Link>
            <h1 className="sr-only">{path}</h1>
            <FilePanel key={path} path={path} line={line} />
          </div>
        )}
      </div>
      {creating && draft ? <NewFileDialog files={draft.files} onClose={() => setCreating(false)} /> : null}
    </main>
  )
}

function Tree({ files, path }: { readonly files: readonly FileView[]; readonly path: string | undefined }) {
  const { list } = useWords()
  const folders = [...new Set(files.map(folderOf))].sort(byPlace)
  return folders.map((folder) => (
    <section key={folder} className="file-folder">
      {folder === '' ? null : <h2>{list.categories[folder] ?? folder}</h2>}
      <ul>
        {files
          .filter((file) => folderOf(file) === folder)
          .map((file) => (
            <li key={file.path}>
              <Leaf file={file} here={file.path === path} />
            </li>
          ))}
      </ul>
    </section>
  ))
}

/** The shop itself comes first, then the folders in the order in which people look for them. */
const PLACES = ['', 'faq', 'pre-sales', 'after-sales', 'products', 'flows', 'outreach', 'lexicon', 'tests']

function byPlace(a: string, b: string): number {
  const place = (folder: string) => (PLACES.includes(folder) ? PLACES.indexOf(folder) : PLACES.length)
  return place(a) - place(b) || a.localeCompare(b)
}

function folderOf({ path }: FileView): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

function Leaf({ file, here }: { readonly file: FileView; readonly here: boolean }) {
  const { files: words } = useWords()
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  return (
    <Link
      to={toFilePath(file.path)}
      className={here ? 'file-leaf here' : 'file-leaf'}
      aria-current={here ? 'page' : undefined}
    >
      <span className={file.state === 'removed' ? 'gone' : ''}>{name}</span>
      {file.state === 'same' ? null : <i className={`chip ${file.state}`}>{words.states[file.state]}</i>}
      {file.conflict ? <i className="chip bad">{words.conflicting}</i> : null}
      {file.problems > 0 ? (
        <span className="count urgent" title={words.problemsIn(file.problems)}>
          {file.problems}
        </span>
      ) : null}
      {file.problems === 0 && file.warnings > 0 ? (
        <span className="count" title={words.hintsIn(file.warnings)}>
          {file.warnings}
        </span>
      ) : null}
    </Link>
  )
}
