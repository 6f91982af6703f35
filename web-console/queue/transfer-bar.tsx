import { Button } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import './queue.css'

/** Says that a colleague has been asked to take this one, and lets whoever asked think better of it. */
export function TransferBar({ conversation }: { readonly conversation: DeskConversation }) {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const now = useNow()
  const myId = useDeskState((state) => state.me.id)
  const { transfer } = conversation
  if (!transfer) return null

  async function cancel(): Promise<void> {
    const ack = await desk.wire.request('transfer:cancel', { conversationId: conversation.id })
    if (!ack.ok) say.info(refusalText(texts, ack))
  }

  const left = Math.max(0, Math.ceil((transfer.until - now) / 1000))
  return (
    <p className="transferring" role="status">
      {texts.queue.transfer.waiting(transfer.to.name)} · {texts.queue.offer.left(left)}
      <span className="spread" />
      {conversation.agent?.id === myId ? (
        <Button size="small" onClick={() => void cancel()}>
          {texts.queue.transfer.cancel}
        </Button>
      ) : null}
    </p>
  )
}
