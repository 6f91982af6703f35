import {
  ArrowLeftOutlined,
  CheckOutlined,
  IdcardOutlined,
  LinkOutlined,
  MoreOutlined,
  RobotOutlined,
  RollbackOutlined,
  SearchOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { FollowUpMenu, SnoozedMark } from '../follow-ups/follow-up-menu.tsx'
import { useCopyLink } from '../history/use-copy-link.ts'
import { LabelChips } from '../labels/label-chips.tsx'
import { LabelPicker } from '../labels/label-picker.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CustomerAvatar } from './customer-avatar.tsx'
import { useCustomerName } from './customer-name.ts'
import { TierTag } from './tier-tag.tsx'
import type { Actions } from './use-actions.ts'
import type { Go } from './use-place.ts'
import { Viewers } from './viewers.tsx'
import { ResolveClock, WaitClock } from './wait-clock.tsx'

interface ThreadHeaderProps {
  readonly conversation: DeskConversation
  readonly mine: boolean
  readonly go: Go
  readonly actions: Actions
  readonly onTransfer: () => void
  readonly onSearch: () => void
}

export function ThreadHeader({ conversation, mine, go, actions, onTransfer, onSearch }: ThreadHeaderProps) {
  const texts = useTexts()
  const name = useCustomerName(conversation.customer)
  const { status, clock } = conversation
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
          {clock ? <WaitClock clock={clock} /> : null}
          <ResolveClock conversation={conversation} />
          <LabelChips ids={conversation.labels} />
          <SnoozedMark conversation={conversation} />
          <Viewers conversationId={conversation.id} />
        </p>
      </div>
      <Tooltip title="Ctrl+F">
        <Button
          type="text"
          className="wide-only"
          icon={<SearchOutlined />}
          aria-label={texts.search.open}
          onClick={onSearch}
        />
      </Tooltip>
      <FollowUpMenu conversation={conversation} mine={mine} />
      <LabelPicker conversation={conversation} />
      <ThreadActions id={conversation.id} mine={mine} actions={actions} onTransfer={onTransfer} onSearch={onSearch} />
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
  readonly mine: boolean
  readonly actions: Actions
  readonly onTransfer: () => void
  readonly onSearch: () => void
}

function ThreadActions({ id, mine, actions, onTransfer, onSearch }: ThreadActionsProps) {
  const { act, history, search } = useTexts()
  const copyLink = useCopyLink()
  const toBot = { key: 'bot', icon: <RobotOutlined />, label: act.toBot, onClick: () => void actions.returnToBot(id) }
  const toQueue = {
    key: 'queue',
    icon: <RollbackOutlined />,
    label: act.toQueue,
    onClick: () => void actions.returnToQueue(id),
  }
  const link = { key: 'link', icon: <LinkOutlined />, label: history.copyLink, onClick: () => void copyLink(id) }
  const transfer = {
    key: 'transfer',
    className: 'narrow-only',
    icon: <SwapOutlined />,
    label: act.transfer,
    onClick: onTransfer,
  }
  const find = {
    key: 'find',
    className: 'narrow-only',
    icon: <SearchOutlined />,
    label: search.open,
    onClick: onSearch,
  }

  return (
    <div className="thread-actions">
      {mine ? (
        <>
          <Tooltip title="Alt+T">
            <Button className="wide-only" icon={<SwapOutlined />} onClick={onTransfer}>
              {act.transfer}
            </Button>
          </Tooltip>
          <Tooltip title="Alt+E">
            <Button
              type="primary"
              ghost
              className="resolve"
              icon={<CheckOutlined />}
              onClick={() => void actions.resolve(id)}
            >
              {act.resolve}
            </Button>
          </Tooltip>
        </>
      ) : null}
      <Dropdown
        menu={{ items: mine ? [transfer, toBot, toQueue, find, link] : [find, link] }}
        trigger={['click']}
        placement="bottomRight"
      >
        <Button icon={<MoreOutlined />} aria-label={act.more} />
      </Dropdown>
    </div>
  )
}
