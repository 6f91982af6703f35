import { CheckCircleOutlined, RobotOutlined, UserOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { WriteAgain } from '../follow-ups/write-again.tsx'
import { StepIn } from '../queue/step-in.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

interface HolderLineProps {
  readonly conversation: DeskConversation
  readonly onClaim: () => void
}

/** Stands where the composer would be: who holds this, and how to take it where it may be taken. */
export function HolderLine({ conversation, onClaim }: HolderLineProps) {
  const { act } = useTexts()
  const queued = conversation.status === 'queued'
  const mayClaim = useMayClaim(conversation.id)
  return (
    <footer className={queued ? 'holder queued' : 'holder'}>
      <Holder conversation={conversation} />
      <StepIn conversation={conversation} />
      {queued && mayClaim ? (
        <Button type="primary" onClick={onClaim}>
          {act.claim}
        </Button>
      ) : null}
      {conversation.status === 'resolved' ? <WriteAgain conversationId={conversation.id} /> : null}
    </footer>
  )
}

/** What is being offered to a colleague is theirs until they let it pass. */
function useMayClaim(id: string): boolean {
  const myId = useDeskState((state) => state.me.id)
  const offer = useDeskState((state) => state.queue.find((one) => one.conversationId === id)?.offer)
  return !offer || offer.agent.id === myId
}

function Holder({ conversation }: { readonly conversation: DeskConversation }) {
  const { holder, row, queue } = useTexts()
  const entry = useDeskState((state) => state.queue.find((one) => one.conversationId === conversation.id))
  const { status, agent } = conversation
  switch (status) {
    case 'queued':
      return (
        <span>
          {entry?.kind === 'message' ? holder.message : holder.queued}
          {entry ? ` ${row.position(entry.position)}` : ''}
          {entry?.offer ? ` · ${queue.row.offeredTo(entry.offer.agent.name)}` : ''}
        </span>
      )
    case 'bot':
      return (
        <span>
          <RobotOutlined /> {holder.bot}
        </span>
      )
    case 'assigned':
      return (
        <span>
          <UserOutlined /> {holder.other(agent?.name ?? '')}
        </span>
      )
    case 'resolved':
      return (
        <span>
          <CheckCircleOutlined /> {holder.resolved}
        </span>
      )
  }
}
