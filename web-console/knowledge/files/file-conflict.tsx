import { Button } from 'antd'
import type { FileDetail } from '../../../src/protocol/editing.ts'
import { DiffView } from '../diff-view.tsx'
import { useWords } from '../use-words.ts'
import { hasConflict, takeSide } from './conflict-text.ts'
import type { UseFile } from './use-file.ts'

/** The folder and the draft contradict each other: both are shown, and one is taken, or the editor below puts them together. */
export function FileConflict({ file, editing }: { readonly file: FileDetail; readonly editing: UseFile }) {
  const { files: words } = useWords()
  const marked = hasConflict(editing.text)
  const mine = takeSide(file.text, 'mine')
  return (
    <section className="file-conflict" role="alert">
      <p>{marked ? words.conflict : words.conflictSolved}</p>
      {marked ? <DiffView name={words.conflictSides} before={file.live ?? ''} after={mine} /> : null}
      <div className="file-buttons">
        <Button onClick={() => void editing.save(mine)}>{words.takeMine}</Button>
        <Button onClick={() => void editing.discard()}>{words.takeTheirs}</Button>
        <span className="hint">{words.mergeByHand}</span>
      </div>
    </section>
  )
}
