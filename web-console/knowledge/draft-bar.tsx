import { EditOutlined } from '@ant-design/icons'
import { Link } from 'wouter'
import { useDraft } from './draft-store.ts'
import { useWords } from './use-words.ts'

/** A slim line above the pages as long as something is changed and not published. */
export function DraftBar() {
  const words = useWords()
  const { draft } = useDraft()
  if (!draft || draft.changed === 0) return null

  const conflicts = draft.files.filter(({ conflict }) => conflict).length
  return (
    <p className={draft.problems.length + conflicts > 0 ? 'draft-bar broken' : 'draft-bar'} role="status">
      <EditOutlined aria-hidden="true" />
      <span>
        {words.bar.changed(draft.changed)}
        {draft.problems.length > 0 ? ` · ${words.bar.problems(draft.problems.length)}` : ''}
        {conflicts > 0 ? ` · ${words.bar.conflicts(conflicts)}` : ''}
      </span>
      <Link to="/knowledge/draft">{words.bar.publish}</Link>
    </p>
  )
}
