import { Skeleton } from 'antd'
import { Link } from 'wouter'
import type { CustomerRecord } from '../../src/protocol/http.ts'
import { OpenCases } from '../cases/open-cases.tsx'
import { useLoaded } from '../net/use-loaded.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { EarlierConversations } from './earlier-conversations.tsx'
import { Orders } from './orders.tsx'
import { Profile } from './profile.tsx'
import { customerPath } from './save-customer.ts'
import '../desk/desk.css'
import '../desk/customer.css'

/** Everything there is about one customer. */
export function CustomerPage({ id }: { readonly id: string }) {
  const texts = useTexts()
  const desk = useDesk()
  const { loaded, reload, put } = useLoaded<CustomerRecord>(customerPath(id))

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') {
    return (
      <main className="page">
        <Skeleton active avatar paragraph={{ rows: 8 }} />
      </main>
    )
  }

  const record = loaded.value
  return (
    <main className="page record">
      <h1 className="sr-only">{texts.customer.title}</h1>
      <p className="crumbs">
        <Link to="/">{texts.nav.desk}</Link> / {texts.customer.title}
      </p>
      <div className="record-columns">
        <div>
          <Profile
            customer={record.customer}
            onChanged={(customer) => {
              put({ ...record, customer })
              desk.store.send({ type: 'customer:changed', id, name: customer.name, tier: customer.tier })
            }}
          />
          <Handoffs handoffs={record.handoffs} />
        </div>
        <div>
          <OpenCases cases={record.cases} />
          <EarlierConversations conversations={record.conversations} />
          <Orders orders={record.orders} verified={record.customer.verified} />
        </div>
      </div>
    </main>
  )
}

function Handoffs({ handoffs }: { readonly handoffs: CustomerRecord['handoffs'] }) {
  const texts = useTexts()
  const locale = useLocale()
  const reasons: Record<string, string> = texts.reason
  return (
    <section className="block">
      <h2>
        {texts.customer.handoffs}
        {handoffs.length > 0 ? <span className="count">{handoffs.length}</span> : null}
      </h2>
      {handoffs.length === 0 ? <p className="none">{texts.customer.noHandoffs}</p> : null}
      <ul className="handoff-list">
        {handoffs.map((one) => (
          <li key={`${one.conversationId}:${one.enqueuedAt}`}>
            <time>{formatMoment(one.enqueuedAt, locale)}</time>
            <i className="chip">{reasons[one.reason] ?? one.reason}</i>
          </li>
        ))}
      </ul>
    </section>
  )
}
