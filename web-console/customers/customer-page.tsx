import { Skeleton } from 'antd'
import { Link } from 'wouter'
import type { CustomerRecord } from '../../src/protocol/http.ts'
import { OpenCases } from '../cases/open-cases.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { EarlierConversations } from './earlier-conversations.tsx'
import { FoldBlock } from './fold-block.tsx'
import { Notes } from './notes.tsx'
import { Orders } from './orders.tsx'
import { Profile } from './profile.tsx'
import { useRecord } from './use-record.ts'
import '../desk/desk.css'
import '../desk/customer.css'
import './record.css'

/** Everything there is about one customer. */
export function CustomerPage({ id }: { readonly id: string }) {
  const texts = useTexts()
  const { loaded, reload, changed } = useRecord(id)

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
          <Profile record={record} onChanged={(customer) => changed(record, customer)} onBlocked={reload} />
          <Notes customerId={record.customer.id} notes={record.notes} onChanged={reload} />
          <Handoffs handoffs={record.handoffs} />
        </div>
        <div>
          <OpenCases cases={record.cases} customerId={record.customer.id} />
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
    <FoldBlock name="handoffs" title={texts.customer.handoffs} count={handoffs.length}>
      {handoffs.length === 0 ? <p className="none">{texts.customer.noHandoffs}</p> : null}
      <ul className="handoff-list">
        {handoffs.map((one) => (
          <li key={`${one.conversationId}:${one.enqueuedAt}`}>
            <time>{formatMoment(one.enqueuedAt, locale)}</time>
            <i className="chip">{reasons[one.reason] ?? one.reason}</i>
          </li>
        ))}
      </ul>
    </FoldBlock>
  )
}
