import { Link } from 'wouter'
import type { CaseView } from '../../src/protocol/cases.ts'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CaseDue, CaseStatus } from './case-chips.tsx'
import { isOpen } from './case-path.ts'

/** One case in the list: what, whose, how it stands, and how it presses. */
export function CaseRow({ shown }: { readonly shown: CaseView }) {
  const texts = useTexts()
  const name = useCustomerName(shown.customer)
  const me = useDeskState((state) => state.me.id)
  const holder = shown.agent?.id === me ? texts.cases.mine : shown.agent?.name
  // What ended before anybody had it waits for nobody.
  const nobody = isOpen(shown) ? texts.cases.nobody : ''
  return (
    <li>
      <Link to={`/cases/${shown.number}`} className="case-row">
        <span className="case-what">
          <b>{shown.title}</b>
          <small>
            {texts.caseType[shown.type]} · <span className="mono">{shown.number}</span>
          </small>
        </span>
        <span className="case-who">
          {name} <TierTag tier={shown.customer.tier} />
        </span>
        <CaseStatus status={shown.status} />
        <CaseDue shown={shown} />
        <span className={holder ? 'case-holder' : 'case-holder nobody'}>{holder ?? nobody}</span>
      </Link>
    </li>
  )
}
