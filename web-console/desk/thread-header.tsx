import {
  ArrowLeftOutlined,
  CheckOutlined,
  IdcardOutlined,
  MoreOutlined,
  RobotOutlined,
  RollbackOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { FollowUpMenu, SnoozedMark } from '../follow-ups/follow-up-menu.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CustomerAvatar } from './customer-avatar.tsx'
import { useCustomerName } from './customer-name.ts'
import { TierTag } from './tier-tag.tsx'
import type { Actions } from './use-actions.ts'
import type { Go } from './use-place.ts'
import { WaitClock } from './wait-clock.tsx'

interface ThreadHeaderProps {
  readonly conversation: DeskConversation
  readonly mine: boolean
  readonly go: Go
  readonly actions: Actions
  readonly onTransfer: () => void
}

export function ThreadHeader({ conversation, mine, go, actions, onTransfer }: ThreadHeaderProps) {
  const texts = useTexts()
  const name = useCustomerName(conversation.customer)
  const { status, waitingSince } = conversation
  return (
    <header className="thread-header">
      <Button
        type="text"
        className="narrow-only"
        icon={<ArrowLeftOutlined />}
        aria-label={texts.back}
        onClick={() => go({ conversationId: undefined })}
      />
      <CustomerAvatar customer={conversation.customer} />
      <div className="thread-who">
        <h2>
          {name} <TierTag tier={conversation.customer.tier} />
        </h2>
        <p>
          <span className={`status status-${status}`}>{texts.status[status]}</span>
          {waitingSince !== undefined && status !== 'resolved' ? <WaitClock since={waitingSince} /> : null}
          <SnoozedMark conversation={conversation} />
        </p>
      </div>
      <FollowUpMenu conversation={conversation} mine={mine} />
      {mine ? <ThreadActions id={conversation.id} actions={actions} onTransfer={onTransfer} /> : null}
      <Button
        type="text"
        className="no-customer-pane"
        icon={<IdcardOutlined />}
        aria-label={texts.customer.title}
        onClick={() => go({ pane: 'customer' })}
      />
    </header>
  )
}

interface ThreadActionsProps {
  readonly id: string
  readonly actions: Actions
  readonly onTransfer: () => void
}

function ThreadActions({ id, actions, onTransfer }: ThreadActionsProps) {
  const { act } = useTexts()
  const toBot = { key: 'bot', icon: <RobotOutlined />, label: act.toBot, onClick: () => void actions.returnToBot(id) }
  const toQueue = {
    key: 'queue',
    icon: <RollbackOutlined />,
    label: act.toQueue,
    onClick: () => void actions.returnToQueue(id),
  }
  const transfer = { key: 'transfer', icon: <SwapOutlined />, label: act.transfer, onClick: onTransfer }

  return (
    <div className="thread-actions">
      <Tooltip title="Alt+T">
        <Button className="wide-only" icon={<SwapOutlined />} onClick={onTransfer}>
          {act.transfer}
        </Button>
      </Tooltip>
      <Tooltip title="Alt+E">
        <Button type="primary" ghost icon={<CheckOutlined />} onClick={() => void actions.resolve(id)}>
          {act.resolve}
        </Button>
      </Tooltip>
      <Dropdown menu={{ items: [transfer, toBot, toQueue] }} trigger={['click']} placement="bottomRight">
        <Button icon={<MoreOutlined />} aria-label={act.more} />
      </Dropdown>
    </div>
  )
}
