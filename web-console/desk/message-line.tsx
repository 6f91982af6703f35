import { DislikeFilled, LikeFilled, RobotOutlined } from '@ant-design/icons'
import { memo } from 'react'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { formatClock, formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { CustomerAvatar } from './customer-avatar.tsx'
import { customerName } from './customer-name.ts'
import { MessageBody } from './message-body.tsx'
import { WhyPopover } from './why-popover.tsx'

interface MessageLineProps {
  readonly message: DeskMessage
  readonly customer: DeskConversation['customer']
  readonly continued: boolean
  readonly read: boolean
}

function authorName(message: DeskMessage, customer: DeskConversation['customer'], texts: Texts): string {
  if (message.author.kind === 'customer') return customerName(customer, texts)
  if (message.author.kind === 'bot') return texts.thread.bot
  return message.author.name ?? texts.thread.system
}

function noteKind(body: DeskMessage['body'], texts: Texts): string {
  return body.kind === 'note' && body.whisper ? texts.queue.over.whisper : texts.thread.note
}

/** One message: the customer on the left, the shop's side on the right, notes and events apart. */
export const MessageLine = memo(function MessageLine({ message, customer, continued, read }: MessageLineProps) {
  const texts = useTexts()
  const locale = useLocale()
  const { body, author } = message
  if (body.kind === 'event') return <EventLine message={message} />

  const kind = body.kind === 'note' ? 'note' : author.kind
  const name = authorName(message, customer, texts)
  return (
    <div className={`line from-${kind}${continued ? ' continued' : ''}`} data-seq={message.seq}>
      <span className="line-avatar">
        {continued ? null : kind === 'customer' ? (
          <CustomerAvatar customer={customer} />
        ) : (
          <Face kind={kind} name={name} />
        )}
      </span>
      <div className="line-main">
        {continued ? null : (
          <p className="line-name">
            {name}
            {kind === 'note' ? <i className="chip note-chip">{noteKind(body, texts)}</i> : null}
            <time title={formatMoment(message.at, locale)}>{formatClock(message.at, locale)}</time>
          </p>
        )}
        <MessageBody body={body} />
        <LineFoot message={message} read={read} />
      </div>
    </div>
  )
})

function Face({ kind, name }: { readonly kind: string; readonly name: string }) {
  return <span className={`avatar face-${kind}`}>{kind === 'bot' ? <RobotOutlined /> : name.slice(0, 1)}</span>
}

/** What became of a message; most have nothing to tell. */
function LineFoot({ message, read }: { readonly message: DeskMessage; readonly read: boolean }) {
  const texts = useTexts()
  const { author, body, helpful, explanation } = message
  const byAgent = author.kind === 'agent' && body.kind !== 'note'
  if (!byAgent && helpful === undefined && !explanation) return null

  return (
    <p className="line-foot">
      {byAgent ? (
        <span className={read ? 'read' : ''}>{read ? texts.thread.read : texts.thread.unreadMark}</span>
      ) : null}
      {helpful === undefined ? null : <Helpful helpful={helpful} />}
      {explanation ? <WhyPopover explanation={explanation} /> : null}
    </p>
  )
}

function Helpful({ helpful }: { readonly helpful: boolean }) {
  const { thread } = useTexts()
  return helpful ? (
    <span className="helpful yes">
      <LikeFilled aria-hidden="true" /> {thread.helpful}
    </span>
  ) : (
    <span className="helpful no">
      <DislikeFilled aria-hidden="true" /> {thread.unhelpful}
    </span>
  )
}

function EventLine({ message }: { readonly message: DeskMessage }) {
  const texts = useTexts()
  const locale = useLocale()
  if (message.body.kind !== 'event') return null

  const { name, agentName } = message.body.event
  return (
    <p className="event" data-seq={message.seq}>
      {texts.thread.event[name](agentName ?? '')} · {formatClock(message.at, locale)}
    </p>
  )
}
