import { StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { BlockView } from '../../src/protocol/customers.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { BlockDialog } from './block-dialog.tsx'
import { unblock } from './save-customer.ts'

const DAY = 86_400_000

interface BlockBoxProps {
  readonly customer: { readonly id: string; readonly name: string }
  readonly block: BlockView | undefined
  readonly onChanged: () => void
}

/** Says that the customer may not write, and lifts it; or offers to block them. */
export function BlockBox({ customer, block, onChanged }: BlockBoxProps) {
  const texts = useTexts()
  const [asking, setAsking] = useState(false)
  const now = useNow()
  if (block && (block.until ?? Infinity) > now) {
    return <InForce id={customer.id} block={block} onLifted={onChanged} />
  }
  return (
    <p className="block-offer">
      <Button type="text" size="small" icon={<StopOutlined aria-hidden="true" />} onClick={() => setAsking(true)}>
        {texts.block.act}
      </Button>
      {asking ? <BlockDialog customer={customer} onDone={onChanged} onClose={() => setAsking(false)} /> : null}
    </p>
  )
}

function InForce({ id, block, onLifted }: { id: string; block: BlockView; onLifted: () => void }) {
  const texts = useTexts()
  return (
    <div className="blocked" role="status">
      <StopOutlined aria-hidden="true" />
      <BlockLine block={block} />
      {useMayLift(block) ? <LiftButton id={id} onLifted={onLifted} /> : <small>{texts.block.agentHint}</small>}
    </div>
  )
}

/** Why, by whom, and until when. */
export function BlockLine({ block }: { readonly block: BlockView }) {
  const texts = useTexts()
  const locale = useLocale()
  const { until } = block
  return (
    <span className="block-line">
      <b>{texts.block.active(block.reason)}</b>
      <small>{texts.block.by(block.by.name, formatMoment(block.from, locale))}</small>
      <small>{until === undefined ? texts.block.forever : texts.block.until(formatMoment(until, locale))}</small>
    </span>
  )
}

/** What an agent could not set, an agent cannot lift. */
function useMayLift({ from, until }: BlockView): boolean {
  const role = useDeskState((state) => state.me.role)
  return role !== 'agent' || (until !== undefined && until - from <= DAY)
}

export function LiftButton({ id, onLifted }: { readonly id: string; readonly onLifted: () => void }) {
  const texts = useTexts()
  const say = useSay()
  const [busy, setBusy] = useState(false)

  async function lift(): Promise<void> {
    setBusy(true)
    try {
      await unblock(id)
      say.success(texts.block.lifted)
      onLifted()
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button size="small" loading={busy} onClick={() => void lift()}>
      {texts.block.lift}
    </Button>
  )
}
