import { StopOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link } from 'wouter'
import type { BlockedView } from '../../src/protocol/customers.ts'
import { BlockLine, LiftButton } from '../customers/block-box.tsx'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import '../customers/record.css'
import './blocked.css'

/** Everybody who may not write now. For supervisors and owners: the server tells agents so. */
export function BlockedSection() {
  const texts = useTexts()
  const { loaded, reload } = useLoaded<{ blocked: BlockedView[] }>('/api/v1/blocks')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 4 }} />

  const { blocked } = loaded.value
  if (blocked.length === 0) {
    return <Blank icon={<StopOutlined />} title={texts.block.none} hint={texts.block.noneHint} />
  }
  return (
    <>
      <p className="intro">{texts.block.intoList}</p>
      <ul className="blocked-list">
        {blocked.map((one) => (
          <Row key={one.customer.id} shown={one} onLifted={reload} />
        ))}
      </ul>
    </>
  )
}

function Row({ shown, onLifted }: { readonly shown: BlockedView; readonly onLifted: () => void }) {
  const { customer, block } = shown
  const name = useCustomerName(customer)
  return (
    <li>
      <span className="blocked-who">
        <Link to={`/customers/${encodeURIComponent(customer.id)}`}>{name}</Link> <TierTag tier={customer.tier} />
      </span>
      <BlockLine block={block} />
      <LiftButton id={customer.id} onLifted={onLifted} />
    </li>
  )
}
