import { toWaitText } from '../../core/status.ts'
import type { QueueChanged } from '../../core/wire.ts'
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
  const { state, texts } = useChat()
  const { conversation, queue, shop } = state
  if (conversation?.status !== 'queued') return null

  const isMessage = queue?.kind === 'message'
  const place = !queue
    ? texts.statusQueuing
    : queue.position === 1
      ? texts.queueNext
      : texts.queueAhead(queue.position - 1)
  const wait = queue ? toWaitText(queue, texts) : ''
  const hint = queue?.withBot ? texts.withBotHint : texts.queueHint
  return (
    <div class="strip strip-queue">
      <div class="strip-words">
        <strong>{isMessage ? texts.messageTitle : [place, wait].filter(Boolean).join(' · ')}</strong>
        <span>{isMessage ? texts.messageHint(shop?.deskHours ?? '') : hint}</span>
      </div>
      <div class="strip-ways">{queue && <Ways queue={queue} />}</div>
    </div>
  )
}

/** Wait, leave a message, or ask 小二 meanwhile: none of them costs the place. */
function Ways({ queue }: { readonly queue: QueueChanged }) {
  const { state, session, texts } = useChat()
  const now = queue.kind === 'message' ? 'message' : queue.withBot ? 'bot' : 'wait'
  return (['wait', 'message', 'bot'] as const)
    .filter((way) => way !== now)
    .map((way) => (
      <button
        key={way}
        type="button"
        class="pill"
        disabled={state.link !== 'ready'}
        onClick={() => void session.asking.wait(way)}
      >
        {texts.ways[way]}
      </button>
    ))
}
