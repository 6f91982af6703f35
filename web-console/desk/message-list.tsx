import { Fragment } from 'react'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { formatDay } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { MessageLine } from './message-line.tsx'

interface MessageListProps {
  readonly conversation: DeskConversation
  readonly messages: readonly DeskMessage[]
}

const TOGETHER = 180_000

function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** Lines of one speaker close in time are shown under one name. */
function continues(before: DeskMessage | undefined, message: DeskMessage): boolean {
  return (
    before !== undefined &&
    before.author.kind === message.author.kind &&
    before.author.id === message.author.id &&
    (before.body.kind === 'note') === (message.body.kind === 'note') &&
    before.body.kind !== 'event' &&
    message.at - before.at < TOGETHER
  )
}

export function MessageList({ conversation, messages }: MessageListProps) {
  const texts = useTexts()
  const locale = useLocale()
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const newDay = !before || dayOf(before.at) !== dayOf(message.at)
    return (
      <Fragment key={message.id}>
        {newDay ? <p className="day">{formatDay(message.at, Date.now(), locale, texts)}</p> : null}
        <MessageLine
          message={message}
          customer={conversation.customer}
          continued={!newDay && continues(before, message)}
          read={message.seq <= conversation.customerReadSeq}
        />
      </Fragment>
    )
  })
}
