import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import type { ConversationDetail, CustomerRecord } from '../../src/protocol/http.ts'
import { OpenCases } from '../cases/open-cases.tsx'
import { useCasesChanged } from '../cases/use-cases-changed.ts'
import { EarlierConversations } from '../customers/earlier-conversations.tsx'
import { Orders } from '../customers/orders.tsx'
import { Profile } from '../customers/profile.tsx'
import { customerPath } from '../customers/save-customer.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PageLink } from './handoff-card.tsx'
import type { Go } from './use-place.ts'

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
  const desk = useDesk()
  const { loaded, reload, put } = useLoaded<CustomerRecord>(customerPath(customerId))
  const context = useDeskState((state) => state.threads[conversationId]?.context)
  const verified = useDeskState((state) => state.conversations[conversationId]?.customer.verified)
  const status = useDeskState((state) => state.conversations[conversationId]?.status)
  useReloadOn(`${verified}:${status}:${useCasesChanged(customerId)}`, reload)

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active avatar className="pane-skeleton" paragraph={{ rows: 6 }} />

  const record = loaded.value
  return (
    <>
      <Profile
        customer={record.customer}
        link
        onChanged={(customer) => {
          put({ ...record, customer })
          const { id, name, tier } = customer
          desk.store.send({ type: 'customer:changed', id, name, tier })
        }}
      />
      {context ? <Viewing context={context} /> : null}
      <OpenCases cases={record.cases} />
      <Orders orders={record.orders} verified={record.customer.verified} />
      <EarlierConversations conversations={record.conversations} currentId={conversationId} />
    </>
  )
}

/** The record changes when the customer proves who they are, and when a conversation ends. */
function useReloadOn(state: string, reload: () => void): void {
  const known = useRef(state)
  useEffect(() => {
    if (known.current === state) return

    known.current = state
    reload()
  }, [state, reload])
}

function Viewing({ context }: { readonly context: ConversationDetail['context'] }) {
  const texts = useTexts()
  const { product, page, order } = context
  if (!product && !page && !order) return null

  return (
    <section className="block">
      <h2>{texts.customer.viewing}</h2>
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
    </section>
  )
}
