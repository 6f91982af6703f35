import { DislikeFilled, LikeFilled, RobotOutlined } from '@ant-design/icons'
import { memo } from 'react'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { formatClock, formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { authorName } from './author-name.ts'
import { CustomerAvatar } from './customer-avatar.tsx'
import { LineTools } from './line-tools.tsx'
import { MessageBody } from './message-body.tsx'
import { QuoteBlock } from './quote-block.tsx'
import { RecalledLine } from './recalled-line.tsx'
import { WhyPopover } from './why-popover.tsx'

/** How far a message has come: stored, in a browser of the customer, seen. */
export type Mark = 'sent' | 'delivered' | 'read'

interface MessageLineProps {
  readonly message: DeskMessage
  readonly customer: DeskConversation['customer']
  readonly continued: boolean
  readonly mark: Mark
}

function noteKind(body: DeskMessage['body'], texts: Texts): string {
  return body.kind === 'note' && body.whisper ? texts.queue.over.whisper : texts.thread.note
}

/** One message: the customer on the left, the shop's side on the right, notes and events apart. */
export const MessageLine = memo(function MessageLine({ message, customer, continued, mark }: MessageLineProps) {
  const texts = useTexts()
  const { body, author, quote } = message
  if (body.kind === 'event') return <EventLine message={message} />
  if (body.kind === 'recalled') return <RecalledLine message={message} />

  const kind = body.kind === 'note' ? 'note' : author.kind
  const name = authorName(author, customer, texts)
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
          <LineName name={name} note={kind === 'note' ? noteKind(body, texts) : undefined} at={message.at} />
        )}
        <div className="line-said">
          {quote ? <QuoteBlock quote={quote} customer={customer} /> : null}
          <MessageBody body={body} />
          <LineTools message={message} customer={customer} />
        </div>
        <LineFoot message={message} mark={mark} />
      </div>
    </div>
  )
})

interface LineNameProps {
  readonly name: string
  /** What kind of note it is; undefined for what the customer sees. */
  readonly note: string | undefined
  readonly at: number
}

function LineName({ name, note, at }: LineNameProps) {
  const locale = useLocale()
  return (
    <p className="line-name">
      {name}
      {note ? <i className="chip note-chip">{note}</i> : null}
      <time title={formatMoment(at, locale)}>{formatClock(at, locale)}</time>
    </p>
  )
}

function Face({ kind, name }: { readonly kind: string; readonly name: string }) {
  return <span className={`avatar face-${kind}`}>{kind === 'bot' ? <RobotOutlined /> : name.slice(0, 1)}</span>
}

/** What became of a message; most have nothing to tell. */
function LineFoot({ message, mark }: { readonly message: DeskMessage; readonly mark: Mark }) {
  const texts = useTexts()
  const { author, body, helpful, explanation } = message
  const byAgent = author.kind === 'agent' && body.kind !== 'note'
  if (!byAgent && helpful === undefined && !explanation) return null

  return (
    <p className="line-foot">
      {byAgent ? <span className={`mark-${mark}`}>{texts.marks[mark]}</span> : null}
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
