import { ArrowLeftOutlined, LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'wouter'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { LabelChips } from '../labels/label-chips.tsx'
import { LabelPicker } from '../labels/label-picker.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { useCopyLink } from './use-copy-link.ts'

interface ReadingHeadProps {
  readonly conversation: DeskConversation
  readonly seq: number | undefined
  readonly onBack?: () => void
}

/** Whose conversation one reads, and what can be done with it. */
export function ReadingHead({ conversation: read, seq, onBack }: ReadingHeadProps) {
  const texts = useTexts()
  const locale = useLocale()
  const copy = useCopyLink()
  // What others do to it meanwhile comes over the desk's line.
  const live = useDeskState((state) => state.conversations[read.id])
  const conversation = live && live.updatedAt >= read.updatedAt ? live : read
  const name = useCustomerName(conversation.customer)
  const { status } = conversation
  return (
    <header className="reading-head">
      {onBack ? (
        <Button
          type="text"
          className="narrow-only"
          icon={<ArrowLeftOutlined />}
          aria-label={texts.back}
          onClick={onBack}
        />
      ) : null}
      <div className="reading-who">
        <h2>
          <Link to={`/customers/${conversation.customer.id}`}>{name}</Link>{' '}
          <TierTag tier={conversation.customer.tier} />
        </h2>
        <p>
          <span className={`status status-${status}`}>{texts.status[status]}</span>
          <span>{texts.history.begun(formatMoment(conversation.createdAt, locale))}</span>
          <LabelChips ids={conversation.labels} />
        </p>
      </div>
      <LabelPicker conversation={conversation} />
      <Button
        icon={<LinkOutlined />}
        aria-label={texts.history.copyLink}
        onClick={() => void copy(conversation.id, seq)}
      >
        <span className="wide-only">{texts.history.copyLink}</span>
      </Button>
      <Link to={`/?tab=archive&c=${conversation.id}`} className="reading-open">
        {texts.history.openOnDesk}
      </Link>
    </header>
  )
}
