import { toWaitText } from '../../core/status.ts'
import { useChat } from './chat-context.ts'

/** What the shopper has to know above the talk: the line is down, or the queue and how long it may take. */
export function Strips() {
  return (
    <>
      <LinkStrip />
      <QueueStrip />
    </>
  )
}

function LinkStrip() {
  const { state, session, texts } = useChat()
  const { link, blockedBy } = state
  if (link !== 'lost' && link !== 'blocked') return null
  const why = blockedBy && texts.errors[blockedBy]
  return (
    <div class="strip strip-lost" role="status">
      <div class="strip-words">
        <strong>{link === 'lost' ? texts.lost : (why ?? texts.blocked)}</strong>
        {state.waiting.length > 0 && <span>{texts.lostHint}</span>}
      </div>
      <button type="button" class="pill" onClick={() => session.reconnect()}>
        {texts.reconnect}
      </button>
    </div>
  )
}

function QueueStrip() {
  const { state, session, texts } = useChat()
  const { conversation, queue, shop, link } = state
  if (conversation?.status !== 'queued') return null

  const isMessage = queue?.kind === 'message'
  const place = !queue
    ? texts.statusQueuing
    : queue.position === 1
      ? texts.queueNext
      : texts.queueAhead(queue.position - 1)
  const wait = queue && !isMessage ? toWaitText(queue, texts) : ''
  return (
    <div class="strip strip-queue">
      <div class="strip-words">
        <strong>{isMessage ? texts.messageTitle : [place, wait].filter(Boolean).join(' · ')}</strong>
        <span>{isMessage ? texts.messageHint(shop?.deskHours ?? '') : texts.queueHint}</span>
      </div>
      <button type="button" class="pill" disabled={link !== 'ready'} onClick={() => void session.asking.backToBot()}>
        {texts.backToBot}
      </button>
    </div>
  )
}
