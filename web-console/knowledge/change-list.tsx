import { Link } from 'wouter'
import type { FileChange } from '../../src/protocol/editing.ts'
import { DiffView } from './diff-view.tsx'
import { toFilePath } from './paths.ts'
import { useWords } from './use-words.ts'

interface ChangeListProps {
  readonly changes: readonly FileChange[]
  /** Whether the files are those of the draft, and can be gone to. */
  readonly linked?: boolean
}

/** Files that differ, one after the other. */
export function ChangeList({ changes, linked = false }: ChangeListProps) {
  const { files: words, draft } = useWords()
  if (changes.length === 0) return <p className="none">{draft.noChanges}</p>
  return (
    <ul className="changes">
      {changes.map(({ path, before, after }) => {
        const state = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
        return (
          <li key={path}>
            <p>
              <i className={`chip ${state}`}>{words.states[state]}</i>{' '}
              {linked ? <Link to={toFilePath(path)}>{draft.openFile}</Link> : null}
            </p>
            <DiffView name={path} before={before ?? ''} after={after ?? ''} />
          </li>
        )
      })}
    </ul>
  )
}
