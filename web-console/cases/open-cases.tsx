import { Link } from 'wouter'
import type { CaseView } from '../../src/protocol/cases.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CaseDue, CaseStatus } from './case-chips.tsx'
import { isOpen } from './case-path.ts'
import './cases.css'

/** What a customer is still waiting for. */
export function OpenCases({ cases }: { readonly cases: readonly CaseView[] }) {
  const texts = useTexts()
  const open = cases.filter(isOpen)
  return (
    <section className="block">
      <h2>
        {texts.cases.section}
        {open.length > 0 ? <span className="count">{open.length}</span> : null}
      </h2>
      {open.length === 0 ? <p className="none">{texts.cases.none}</p> : null}
      <ul>
        {open.map((one) => (
          <li key={one.number}>
            <Link to={`/cases/${one.number}`} className="case-brief">
              <span>
                <b>{one.title}</b>
                <CaseStatus status={one.status} />
              </span>
              <small>
                <span className="mono">{one.number}</span> <CaseDue shown={one} />
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
