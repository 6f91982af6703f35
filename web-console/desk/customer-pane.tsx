import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ConversationDetail } from '../../src/protocol/http.ts'
import { OpenCases } from '../cases/open-cases.tsx'
import { EarlierConversations } from '../customers/earlier-conversations.tsx'
import { FoldBlock } from '../customers/fold-block.tsx'
import { Notes } from '../customers/notes.tsx'
import { Orders } from '../customers/orders.tsx'
import { Profile } from '../customers/profile.tsx'
import { useRecord } from '../customers/use-record.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PageLink } from './handoff-card.tsx'
import type { Go } from './use-place.ts'
import '../customers/record.css'

interface CustomerPaneProps {
  readonly conversationId: string
  readonly go: Go
}

/** The right pane: who one is talking to. */
export function CustomerPane({ conversationId, go }: CustomerPaneProps) {
  const texts = useTexts()
  const customerId = useDeskState((state) => state.conversations[conversationId]?.customer.id)
  return (
    <aside className="customer-pane" aria-label={texts.customer.title}>
      <header className="customer-back no-customer-pane">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => go({ pane: 'thread' })}>
          {texts.back}
        </Button>
      </header>
      {customerId ? (
        <Customer key={customerId} customerId={customerId} conversationId={conversationId} />
      ) : (
        <Skeleton active className="pane-skeleton" />
      )}
    </aside>
  )
}

interface CustomerProps {
  readonly customerId: string
  readonly conversationId: string
}

function Customer({ customerId, conversationId }: CustomerProps) {
  const context = useDeskState((state) => state.threads[conversationId]?.context)
  const verified = useDeskState((state) => state.conversations[conversationId]?.customer.verified)
  const status = useDeskState((state) => state.conversations[conversationId]?.status)
  // The record changes when the customer proves who they are, and when a conversation ends.
  const { loaded, reload, changed } = useRecord(customerId, `${verified}:${status}`)

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active avatar className="pane-skeleton" paragraph={{ rows: 6 }} />

  const record = loaded.value
  return (
    <>
      <Profile record={record} link onChanged={(customer) => changed(record, customer)} onBlocked={reload} />
      {context ? <Viewing context={context} /> : null}
      <Notes customerId={record.customer.id} notes={record.notes} onChanged={reload} />
      <OpenCases cases={record.cases} customerId={record.customer.id} />
      <Orders orders={record.orders} verified={record.customer.verified} />
      <EarlierConversations conversations={record.conversations} currentId={conversationId} />
    </>
  )
}

function Viewing({ context }: { readonly context: ConversationDetail['context'] }) {
  const texts = useTexts()
  const { product, page, order } = context
  if (!product && !page && !order) return null

  return (
    <FoldBlock name="viewing" title={texts.customer.viewing}>
      {product ? (
        <a className="card" href={product.url} target="_blank" rel="noreferrer noopener">
          {product.image ? <img src={product.image} alt="" loading="lazy" /> : null}
          <span>
            <b>{product.name}</b>
          </span>
        </a>
      ) : null}
      {order ? (
        <p className="viewing-page">
          {texts.thread.order} <span className="mono">{order}</span>
        </p>
      ) : null}
      {page ? (
        <p className="viewing-page">
          <PageLink page={page} />
        </p>
      ) : null}
    </FoldBlock>
  )
}
