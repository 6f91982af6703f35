import { Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { ConversationDrawer } from '../customers/conversation-drawer.tsx'
import { Order } from '../customers/orders.tsx'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CaseHistory } from './case-history.tsx'
import { casePath } from './case-path.ts'
import { CaseSummary } from './case-summary.tsx'
import { CaseWorkbench } from './case-workbench.tsx'
import '../desk/desk.css'
import '../desk/customer.css'
import '../customers/record.css'
import './case.css'
import './cases.css'

/** One case: what is asked for, what has been done, and what to do next. */
export function CasePage({ number }: { readonly number: string }) {
  const texts = useTexts()
  const { loaded, reload, put } = useLoaded<CaseDetail>(casePath(number))
  const shown = loaded.kind === 'ready' ? loaded.value : undefined
  useReloadOnNews(number, reload)
  useOnReconnect(reload)

  return (
    <main className="page case">
      <p className="crumbs">
        <Link to="/cases">{texts.cases.title}</Link> / <span className="mono">{number}</span>
      </p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {shown ? <Detail detail={shown} onSaved={put} onStale={reload} /> : null}
    </main>
  )
}

/** Somebody else may work on it too. */
function useReloadOnNews(number: string, reload: () => void): void {
  const heard = useDeskState((state) => state.cases[number])
  const known = useRef(heard)
  useEffect(() => {
    if (known.current === heard) return

    known.current = heard
    reload()
  }, [heard, reload])
}

interface DetailProps {
  readonly detail: CaseDetail
  readonly onSaved: (detail: CaseDetail) => void
  readonly onStale: () => void
}

function Detail({ detail, onSaved, onStale }: DetailProps) {
  return (
    <div className="case-columns">
      <div className="record">
        <CaseSummary detail={detail} />
        <CaseWorkbench detail={detail} onSaved={onSaved} onStale={onStale} />
        <CaseHistory history={detail.history} />
      </div>
      <div className="record">
        <Customer detail={detail} />
        <OrderOf detail={detail} />
      </div>
    </div>
  )
}

function Customer({ detail }: { readonly detail: CaseDetail }) {
  const texts = useTexts()
  const { customer } = detail
  const name = useCustomerName(customer)
  const [reading, setReading] = useState(false)
  return (
    <section className="block">
      <h2>{texts.cases.customer}</h2>
      <p className="case-customer">
        <Link to={`/customers/${customer.id}`}>{name}</Link>
        <TierTag tier={customer.tier} always />
        <span className={customer.verified ? 'verified' : 'unverified'}>
          {customer.verified ? texts.customer.verified : texts.customer.unverified}
        </span>
      </p>
      {customer.phone ? <p className="mono">{customer.phone}</p> : null}
      <button type="button" className="text-button case-conversation" onClick={() => setReading(true)}>
        {texts.cases.conversation}
      </button>
      <p>
        <Link to={`/cases?state=all&customer=${encodeURIComponent(customer.id)}`}>{texts.cases.allOfCustomer}</Link>
      </p>
      {reading ? <ConversationDrawer id={detail.case.conversationId} onClose={() => setReading(false)} /> : null}
    </section>
  )
}

function OrderOf({ detail }: { readonly detail: CaseDetail }) {
  const { cases } = useTexts()
  const number = detail.case.orderNumber
  return (
    <section className="block">
      <h2>{cases.order}</h2>
      {detail.order ? <Order order={detail.order} /> : null}
      {detail.order ? null : <p className="none">{number ? cases.orderGone(number) : cases.noOrder}</p>}
    </section>
  )
}
