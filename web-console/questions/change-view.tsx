import type { FileChange } from '../../src/protocol/editing.ts'
import { useTexts } from '../texts/use-texts.ts'
import { changedLines, type DiffLine } from './added-lines.ts'

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', added: '+', removed: '−' }

/** What was written into a file of the draft. */
export function ChangeView({ change }: { readonly change: FileChange }) {
  const { questions } = useTexts()
  const lines = changedLines(change)
  return (
    <figure className="change">
      <figcaption>
        <code>{change.path}</code>
        {change.before === undefined ? <i className="chip">{questions.saved.isNew}</i> : null}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it. */}
      <section tabIndex={0} aria-label={questions.saved.file(change.path)}>
        <pre>
          {lines.map((line) => (
            <span key={`${line.kind}-${line.number}`} className={line.kind}>
              <b>{SIGNS[line.kind]}</b> {line.text}
              {'\n'}
            </span>
          ))}
        </pre>
      </section>
    </figure>
  )
}
