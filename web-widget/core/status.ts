import type { PanelTexts } from './texts.ts'
import type { QueueChanged, WidgetConversation } from './wire.ts'

export interface Status {
  readonly text: string
  /** Whose turn it is, for the colour of the dot. */
  readonly tone: 'bot' | 'wait' | 'person' | 'off'
}

/** Who answers now, in one line. */
export function toStatus(
  conversation: WidgetConversation | undefined,
  queue: QueueChanged | undefined,
  texts: PanelTexts,
): Status {
  switch (conversation?.status) {
    case undefined:
      return { text: texts.statusConnecting, tone: 'off' }
    case 'bot':
      return { text: texts.statusBot, tone: 'bot' }
    case 'assigned':
      return { text: texts.statusAgent(conversation.agent?.name ?? ''), tone: 'person' }
    case 'resolved':
      return { text: texts.statusResolved, tone: 'off' }
    case 'queued':
      if (!queue) return { text: texts.statusQueuing, tone: 'wait' }
      if (queue.kind === 'message') return { text: texts.statusMessage, tone: 'off' }
      return { text: texts.statusQueued(queue.position), tone: 'wait' }
  }
}

const LONG_WAIT_MINUTES = 30

/** How long the queue may take; nothing where the server cannot say. */
export function toWaitText(queue: QueueChanged, texts: PanelTexts): string {
  if (!queue.wait) return ''
  const { from, to } = toMinutes(queue.wait)
  return to > LONG_WAIT_MINUTES ? texts.waitLong : texts.waitRange(from, to)
}

/** Whole minutes; one number would promise what nobody can keep. */
function toMinutes({ from, until }: NonNullable<QueueChanged['wait']>): { from: number; to: number } {
  const least = Math.floor(from / 60)
  return { from: least, to: Math.max(least + 1, Math.ceil(until / 60)) }
}
