import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { formatDay } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { continues, opensDay } from './grouping.ts'
import { type Mark, MessageLine } from './message-line.tsx'

function markOf({ seq }: DeskMessage, { customerReadSeq, customerDeliveredSeq }: DeskConversation): Mark {
  if (seq <= customerReadSeq) return 'read'
  return seq <= customerDeliveredSeq ? 'delivered' : 'sent'
}

interface MessageRowProps {
  readonly conversation: DeskConversation
  readonly message: DeskMessage
  readonly before: DeskMessage | undefined
}

/** A message with the heading of its day, where it is the first of it. */
export function MessageRow({ conversation, message, before }: MessageRowProps) {
  const texts = useTexts()
  const locale = useLocale()
  return (
    <>
      {opensDay(before, message) ? <p className="day">{formatDay(message.at, Date.now(), locale, texts)}</p> : null}
      <MessageLine
        message={message}
        customer={conversation.customer}
        continued={continues(before, message)}
        mark={markOf(message, conversation)}
      />
    </>
  )
}

interface MessageListProps {
  readonly conversation: DeskConversation
  readonly messages: readonly DeskMessage[]
}

/** All of them one below the other, for a reader beside the desk. */
export function MessageList({ conversation, messages }: MessageListProps) {
  return messages.map((message, index) => (
    <MessageRow key={message.id} conversation={conversation} message={message} before={messages[index - 1]} />
  ))
}
