import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { memo } from 'react'
import type { DeskConversation, QueueEntryView } from '../../src/protocol/console.ts'
import { LabelChips } from '../labels/label-chips.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import type { ListRow } from '../state/select-rows.ts'
import { formatPreview, formatRowTime } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { CustomerAvatar } from './customer-avatar.tsx'
import { useCustomerName } from './customer-name.ts'
import { TierTag } from './tier-tag.tsx'
import { WaitClock } from './wait-clock.tsx'

interface ConversationRowProps {
  readonly row: ListRow
  readonly selected: boolean
  readonly onOpen: () => void
  readonly onClaim: () => void
}

/** One customer in the list: who, what they said last, and how long they have been waiting. */
export const ConversationRow = memo(
  function ConversationRow({ row, selected, onOpen, onClaim }: ConversationRowProps) {
    const { conversation, entry } = row
    const name = useCustomerName(conversation.customer)
    const texts = useTexts()
    const myId = useDeskState((state) => state.me.id)
    const mayClaim = !entry?.offer || entry.offer.agent.id === myId
    return (
      <div className={selected ? 'row selected' : 'row'}>
        <button type="button" className="row-open" onClick={onOpen} aria-current={selected ? 'true' : undefined}>
          <CustomerAvatar customer={conversation.customer} unread={conversation.unread} />
          <span className="row-body">
            <span className="row-line">
              <b className="row-name">{name}</b>
              {conversation.customer.verified ? (
                <CheckCircleFilled className="verified" aria-label={texts.customer.verified} />
              ) : null}
              <TierTag tier={conversation.customer.tier} />
              <RowTime conversation={conversation} />
            </span>
            <span className="row-line">
              <RowPreview conversation={conversation} wants={entry?.wants ?? ''} selected={selected} />
            </span>
            <RowTags row={row} />
          </span>
        </button>
        {entry && mayClaim ? (
          <Button size="small" className="row-claim" onClick={onClaim}>
            {texts.act.claim}
          </Button>
        ) : null}
      </div>
    )
  },
  (before, after) =>
    before.row.conversation === after.row.conversation &&
    before.row.entry === after.row.entry &&
    before.selected === after.selected,
)

interface RowPreviewProps {
  readonly conversation: DeskConversation
  readonly wants: string
  readonly selected: boolean
}

/** What was said last; where I have begun to answer and gone elsewhere, what I have begun. */
function RowPreview({ conversation, wants, selected }: RowPreviewProps) {
  const texts = useTexts()
  const draft = useDeskState((state) => state.drafts[conversation.id]?.text ?? '')
  if (draft.trim() !== '' && !selected) {
    return (
      <span className="row-preview">
        <b className="row-draft">{texts.compose.draft}</b> {draft}
      </span>
    )
  }
  return <span className="row-preview">{formatPreview(conversation.preview || wants, texts)}</span>
}

function RowTime({ conversation }: { readonly conversation: DeskConversation }) {
  const texts = useTexts()
  const locale = useLocale()
  const now = useNow()
  if (conversation.clock) return <WaitClock clock={conversation.clock} />
  return <time className="row-time">{formatRowTime(conversation.updatedAt, now, locale, texts)}</time>
}

function RowTags({ row }: { readonly row: ListRow }) {
  const texts = useTexts()
  const { conversation, entry } = row
  const rating = conversation.rating
  const myId = useDeskState((state) => state.me.id)
  const held = conversation.status === 'assigned' && conversation.agent?.id !== myId
  const holder = held ? conversation.agent?.name : undefined
  const hasLabels = conversation.labels.length > 0
  if (!entry && !rating && !holder && !conversation.transfer && !hasLabels) return null

  return (
    <span className="row-tags">
      {entry?.kind === 'message' ? <i className="chip left">{texts.row.leftMessage}</i> : null}
      {entry && entry.priority <= 1 ? <i className="chip urgent">{texts.row.urgent}</i> : null}
      {entry ? <i className="chip">{texts.reason[entry.reason]}</i> : null}
      {entry?.withBot ? <i className="chip quiet">{texts.queue.row.withBot}</i> : null}
      {entry?.offer ? <OfferChip offer={entry.offer} /> : null}
      {conversation.transfer ? <i className="chip quiet">{texts.queue.row.transferring}</i> : null}
      {holder ? <i className="chip quiet">{texts.row.heldBy(holder)}</i> : null}
      {rating ? <i className={rating.score <= 2 ? 'chip bad' : 'chip good'}>★ {rating.score}</i> : null}
      <LabelChips ids={conversation.labels} />
    </span>
  )
}

function OfferChip({ offer }: { readonly offer: NonNullable<QueueEntryView['offer']> }) {
  const { queue } = useTexts()
  const myId = useDeskState((state) => state.me.id)
  const isMine = offer.agent.id === myId
  return <i className="chip quiet">{isMine ? queue.row.offeredToMe : queue.row.offeredTo(offer.agent.name)}</i>
}
