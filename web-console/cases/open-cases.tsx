import { Link } from 'wouter'
import type { CaseView } from '../../src/protocol/cases.ts'
import { FoldBlock } from '../customers/fold-block.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CaseDue, CaseStatus } from './case-chips.tsx'
import { isOpen } from './case-path.ts'
import './cases.css'

interface OpenCasesProps {
  readonly cases: readonly CaseView[]
  readonly customerId: string
}

/** What a customer is still waiting for, and the way to all that they ever asked for. */
export function OpenCases({ cases, customerId }: OpenCasesProps) {
  const texts = useTexts()
  const open = cases.filter(isOpen)
  return (
    <FoldBlock name="cases" title={texts.cases.section} count={open.length}>
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
      {cases.length > open.length ? (
        <Link to={`/cases?state=all&customer=${encodeURIComponent(customerId)}`} className="to-all">
          {texts.cases.seeAll(cases.length)}
        </Link>
      ) : null}
    </FoldBlock>
  )
}
