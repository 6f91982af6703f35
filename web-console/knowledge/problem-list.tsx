import { Link } from 'wouter'
import type { ProblemView } from '../../src/protocol/editing.ts'
import { useLocale } from '../texts/use-texts.ts'
import { toFilePath } from './paths.ts'

interface ProblemListProps {
  readonly title: string
  readonly problems: readonly ProblemView[]
  readonly kind: 'bad' | 'mild'
  /** Where the place is shown by whoever lists them. */
  readonly onOpen?: (line: number) => void
}

/** What is wrong and how it is mended, each with the way to its line. */
export function ProblemList({ title, problems, kind, onOpen }: ProblemListProps) {
  const locale = useLocale()
  if (problems.length === 0) return null

  return (
    <section className={`problems ${kind}`} aria-label={title}>
      <p className="problems-title">
        {title} <span className="count">{problems.length}</span>
      </p>
      <ul>
        {problems.map((one) => (
          <li key={`${one.file}:${one.line}:${one.column}:${one.cause.zh}`}>
            {onOpen ? (
              <button type="button" className="text-button mono" onClick={() => onOpen(one.line)}>
                {one.file}:{one.line}
              </button>
            ) : (
              <Link to={toFilePath(one.file, one.line)} className="mono">
                {one.file}:{one.line}
              </Link>
            )}
            <span>
              {one.cause[locale]} <em>→ {one.mend[locale]}</em>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
