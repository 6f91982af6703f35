import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { CustomerPane } from '../customer-pane.tsx'
import type { Go } from '../use-place.ts'
import { KnowledgeTab } from './knowledge-tab.tsx'
import { ProductTab } from './product-tab.tsx'
import './side.css'

const TABS = ['customer', 'knowledge', 'products'] as const
type Tab = (typeof TABS)[number]

interface SidePaneProps {
  readonly conversationId: string
  readonly go: Go
}

/** The right pane: who one is talking to, and what there is to say and to show. What was opened stays as it was left. */
export function SidePane({ conversationId, go }: SidePaneProps) {
  const texts = useTexts()
  const [tab, setTab] = useState<Tab>('customer')
  const [visited, setVisited] = useState<readonly Tab[]>(['customer'])
  const open = (next: Tab) => {
    setTab(next)
    if (!visited.includes(next)) setVisited([...visited, next])
  }
  return (
    <div className="side-pane">
      <div className="side-head">
        <Button
          type="text"
          className="no-customer-pane"
          icon={<ArrowLeftOutlined />}
          aria-label={texts.back}
          onClick={() => go({ pane: 'thread' })}
        />
        <Tabs tab={tab} onOpen={open} />
      </div>
      {TABS.filter((one) => visited.includes(one)).map((one) => (
        <div
          key={one}
          id={`side-${one}`}
          role="tabpanel"
          aria-labelledby={`side-tab-${one}`}
          className="side-panel"
          hidden={one !== tab}
        >
          {one === 'customer' ? <CustomerPane conversationId={conversationId} go={go} /> : null}
          {one === 'knowledge' ? <KnowledgeTab conversationId={conversationId} /> : null}
          {one === 'products' ? <ProductTab conversationId={conversationId} /> : null}
        </div>
      ))}
    </div>
  )
}

function Tabs({ tab, onOpen }: { readonly tab: Tab; readonly onOpen: (tab: Tab) => void }) {
  const { side } = useTexts()

  /** The arrows move among the tabs, as everywhere. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]
    if (by === 0 || event.altKey || !next) return

    event.preventDefault()
    onOpen(next)
    document.getElementById(`side-tab-${next}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={side.label} onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`side-tab-${one}`}
          aria-selected={one === tab}
          aria-controls={`side-${one}`}
          tabIndex={one === tab ? 0 : -1}
          className={one === tab ? 'tab here' : 'tab'}
          onClick={() => onOpen(one)}
        >
          {side.tabs[one]}
        </button>
      ))}
    </div>
  )
}
