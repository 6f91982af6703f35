import type { KeyValue } from '../../core/key-value.ts'
import { VISITOR_KEY } from '../../core/keys.ts'
import type { Outbox, OutboxEntry } from '../../core/outbox.ts'
import { Sender, type SendReply } from '../../core/sender.ts'
import { hasMessage, mergeMessages } from '../../core/timeline.ts'
import type { Body, WidgetMessage } from '../../core/wire.ts'
import type { Connection } from './connection.ts'
import { exclusively } from './exclusively.ts'
import { toBlob, upload } from './pictures.ts'
import type { Store } from './state.ts'

interface Means {
  readonly server: string
  readonly storage: KeyValue
  readonly outbox: Outbox
  readonly store: Store
  readonly connection: Connection
  /** Files that wait for their upload, by client id. */
  readonly files: Map<string, Blob>
  /** A message has its place in the conversation: what came before it may be missing here. */
  readonly onStored: (conversationId: string) => void
  readonly onSent: (text: string) => void
}

type Accepted = Extract<SendReply, { ok: true }>

function toBody(draft: OutboxEntry['draft']): Body | undefined {
  if (draft.kind === 'text') return { kind: 'text', text: draft.text.trim() }
  if (draft.kind === 'choice') return { kind: 'choice', choice: draft.choice, text: draft.text }
  if (draft.kind === 'image') return { kind: 'image', url: draft.image }
  if (draft.kind === 'file') {
    const { file: url, ...rest } = draft
    return { ...rest, url }
  }
  return undefined
}

/** Shows an acknowledged message in its place at once, not only when the server repeats it. */
function toMessage(entry: OutboxEntry, ack: Accepted): WidgetMessage | undefined {
  const body = toBody(entry.draft)
  const { id, conversationId, seq, at } = ack
  return body && { id, conversationId, seq, at, body, author: { kind: 'customer' }, clientId: entry.clientId }
}

/** Brings what the outbox holds to the server: pictures are uploaded first, then sent like any message. */
export function createDelivery(means: Means): Sender {
  const { outbox, store, connection } = means

  async function deliver(entry: OutboxEntry): Promise<SendReply> {
    const { clientId, draft } = entry
    if (draft.kind !== 'upload') return connection.request('message:send', { ...draft, clientId })

    const blob = draft.name === undefined ? toBlob(draft.dataUrl) : means.files.get(clientId)
    if (!blob) return { ok: false, code: 'upload_lost', message: '' }
    const uploaded = await upload(
      means.server,
      means.storage.find(VISITOR_KEY) ?? '',
      blob,
      draft.name ?? 'picture.jpg',
    )
    if (!uploaded.ok) return uploaded
    const { url, name, size = 0, mime = '' } = uploaded
    const ready =
      name === undefined
        ? ({ kind: 'image', image: url } as const)
        : ({ kind: 'file', file: url, name, size, mime } as const)
    // Kept before it is sent: a resend after a crash must carry the same picture under the same id.
    outbox.replaceDraft(clientId, ready)
    means.files.delete(clientId)
    return connection.request('message:send', { ...ready, clientId })
  }

  function onAccepted(entry: OutboxEntry, ack: Accepted): void {
    const message = toMessage(entry, ack)
    const { timeline } = store.get()
    // What the server has told of it says more: what it quotes, or that it was taken back.
    if (message && !hasMessage(timeline, message.id)) store.set({ timeline: mergeMessages(timeline, [message]) })
    means.onStored(ack.conversationId)
    means.onSent('text' in entry.draft ? entry.draft.text : '')
  }

  const sender = new Sender({
    outbox,
    deliver,
    exclusively,
    isOnline: () => connection.isReady(),
    onAccepted,
    onChange: () => store.set({ waiting: outbox.list(), pausedUntil: sender.pausedUntil }),
    random: Math.random,
    now: Date.now,
  })
  return sender
}
