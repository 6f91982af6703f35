import { useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { formatMoment, formatPreview } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { ConversationDrawer } from './conversation-drawer.tsx'
import { FoldBlock } from './fold-block.tsx'

interface EarlierConversationsProps {
  readonly conversations: readonly DeskConversation[]
  /** The one that is open beside this list. */
  readonly currentId?: string
}

/** Every conversation of the customer; a click opens it to read. */
export function EarlierConversations({ conversations, currentId }: EarlierConversationsProps) {
  const { customer } = useTexts()
  const [opened, setOpened] = useState<string>()
  const others = conversations.filter((one) => one.id !== currentId && one.lastSeq > 0)
  return (
    <FoldBlock name="conversations" title={customer.conversations} count={others.length}>
      {others.length === 0 ? <p className="none">{customer.noConversations}</p> : null}
      <ul className="earlier">
        {[...others]
          .sort((a, b) => b.updatedAt - a.updatedAt)
          .map((one) => (
            <li key={one.id}>
              <EarlierRow conversation={one} onOpen={() => setOpened(one.id)} />
            </li>
          ))}
      </ul>
      {opened ? <ConversationDrawer id={opened} onClose={() => setOpened(undefined)} /> : null}
    </FoldBlock>
  )
}

interface EarlierRowProps {
  readonly conversation: DeskConversation
  readonly onOpen: () => void
}

function EarlierRow({ conversation, onOpen }: EarlierRowProps) {
  const texts = useTexts()
  const locale = useLocale()
  const { rating, agent, status } = conversation
  return (
    <button type="button" className="earlier-row" onClick={onOpen}>
      <span className="earlier-head">
        <time>{formatMoment(conversation.updatedAt, locale)}</time>
        <span className={`status status-${status}`}>{texts.status[status]}</span>
        <span className={rating ? (rating.score <= 2 ? 'stars bad' : 'stars') : 'unrated'}>
          {rating ? `${'★'.repeat(rating.score)}${'☆'.repeat(5 - rating.score)}` : texts.customer.unrated}
        </span>
      </span>
      <span className="earlier-preview">{formatPreview(conversation.preview, texts)}</span>
      <small>
        {agent?.name ?? texts.thread.bot}
        {rating?.comment ? ` · “${rating.comment}”` : ''}
      </small>
    </button>
  )
}
