import { useMemo } from 'react'
import { type DiffRow, diffRows } from './diff-rows.ts'
import { useWords } from './use-words.ts'
import './diff.css'

interface DiffViewProps {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What changed, side by side; one below the other where there is little room. */
export function DiffView({ name, before, after }: DiffViewProps) {
  const { diff: words } = useWords()
  const { rows, added, removed } = useMemo(() => diffRows(before, after), [before, after])
  return (
    <figure className="diff" aria-label={words.of(name)}>
      <figcaption>
        <span className="mono">{name}</span>
        <span className="diff-added">+{added}</span>
        <span className="diff-removed">−{removed}</span>
      </figcaption>
      {rows.length === 0 ? <p className="none">{words.same}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section className="diff-lines" tabIndex={0} aria-label={words.of(name)}>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} />
        ))}
      </section>
    </figure>
  )
}

function keyOf(row: DiffRow): string {
  if (row.kind === 'gap') return `gap ${row.hidden}`
  return `${row.before?.number ?? ''}:${row.after?.number ?? ''}`
}

function Row({ row }: { readonly row: DiffRow }) {
  const { diff: words } = useWords()
  if (row.kind === 'gap') return <p className="diff-gap">{words.hidden(row.hidden)}</p>
  if (row.kind === 'same') {
    return (
      <div className="diff-row same">
        <Side line={row.before} />
        <Side line={row.after} />
      </div>
    )
  }
  return (
    <div className="diff-row changed">
      <Side line={row.before} change="removed" />
      <Side line={row.after} change="added" />
    </div>
  )
}

interface SideProps {
  readonly line: { readonly number: number; readonly text: string } | undefined
  readonly change?: 'added' | 'removed'
}

function Side({ line, change }: SideProps) {
  if (!line) return <span className="diff-side empty" />

  const sign = change === 'added' ? '+' : change === 'removed' ? '−' : ' '
  return (
    <span className={change ? `diff-side ${change}` : 'diff-side'}>
      <i>{line.number}</i>
      <b>{sign}</b>
      <code>{line.text}</code>
    </span>
  )
}
