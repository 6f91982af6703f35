import type { DeskMessage } from '../../src/protocol/console.ts'
import type { DeskEvent } from '../state/desk-event.ts'
import type { DeskState, PendingMessage } from '../state/desk-state.ts'
import type { Store } from '../state/store.ts'
import type { AckOf, Wire } from './wire.ts'

const ATTEMPTS = 3
const RETRY_AFTER = 2000

/** Keeps what I send until the server has stored it; a resend under the same client id never doubles. */
export interface Outbox {
  add(draft: Pick<PendingMessage, 'conversationId' | 'kind' | 'content' | 'quote' | 'file'>): void
  retry(clientId: string): void
  drop(clientId: string): void
  /** Sends whatever waits; called after each connect. */
  drain(): void
}

interface Deps {
  readonly store: Store<DeskState, DeskEvent>
  readonly wire: Wire
}

type Sent = AckOf<'message:send'>

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function submit(wire: Wire, pending: PendingMessage): Promise<Sent> {
  const { conversationId, clientId, kind, content } = pending
  const { quote } = pending
  const base = { conversationId, clientId, ...(quote !== undefined && { quote }) }
  switch (kind) {
    case 'note':
      return wire.request('note:add', { conversationId, clientId, text: content })
    case 'text':
      return wire.request('message:send', { ...base, kind, text: content })
    case 'image':
      return wire.request('message:send', { ...base, kind, image: content })
    case 'file':
      return wire.request('message:send', { ...base, kind, file: content })
    case 'product':
      return wire.request('message:send', { ...base, kind, product: content })
    case 'order':
      return wire.request('message:send', { ...base, kind, order: content })
  }
}

/** The stored message as the acknowledgement proves it; cards and quotes are only known to the server. */
function toStored(state: DeskState, pending: PendingMessage, sent: { seq: number; id: string; at: number }) {
  const { conversationId, clientId } = pending
  const body = pending.quote === undefined ? toBody(pending) : undefined
  if (!body) return undefined

  const author = { kind: 'agent' as const, id: state.me.id, name: state.me.name }
  return { ...sent, conversationId, clientId, author, body } satisfies DeskMessage
}

function toBody({ kind, content, file }: PendingMessage): DeskMessage['body'] | undefined {
  switch (kind) {
    case 'text':
    case 'note':
      return { kind, text: content }
    case 'image':
      return { kind, url: content }
    case 'file':
      return file && { kind, url: content, ...file }
    case 'product':
    case 'order':
      return undefined
  }
}

/** Gives up only on a refusal that a repetition cannot mend; `false` means that the network must come back first. */
async function deliver({ store, wire }: Deps, pending: PendingMessage): Promise<boolean> {
  let refusal: NonNullable<PendingMessage['failed']> = { code: 'timeout', message: '' }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const ack = await submit(wire, pending)
    if (ack.ok) {
      const message = toStored(store.get(), pending, { seq: ack.seq, id: ack.id, at: ack.at })
      store.send({ type: 'outbox:sent', clientId: pending.clientId, ...(message ? { message } : {}) })
      return true
    }
    if (ack.code === 'offline') return false

    refusal = { code: ack.code, message: ack.message, ...(ack.words && { words: ack.words }) }
    if (ack.code === 'too_many' || ack.code === 'unavailable') {
      await pause(ack.retryAfter ? ack.retryAfter * 1000 : RETRY_AFTER)
    } else if (ack.code !== 'timeout') break
  }
  store.send({ type: 'outbox:failed', clientId: pending.clientId, ...refusal })
  return true
}

export function createOutbox(deps: Deps): Outbox {
  const { store } = deps
  const busy = new Set<string>()

  async function drainOne(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return

    busy.add(conversationId)
    const next = () => store.get().outbox.find((one) => one.conversationId === conversationId && !one.failed)
    try {
      for (let pending = next(); pending; pending = next()) {
        if (!(await deliver(deps, pending))) break
      }
    } finally {
      busy.delete(conversationId)
    }
  }

  return {
    add(draft) {
      const pending = { ...draft, clientId: crypto.randomUUID(), at: Date.now() }
      store.send({ type: 'outbox:queued', pending })
      void drainOne(draft.conversationId)
    },
    retry(clientId) {
      store.send({ type: 'outbox:retried', clientId })
      const pending = store.get().outbox.find((one) => one.clientId === clientId)
      if (pending) void drainOne(pending.conversationId)
    },
    drop: (clientId) => store.send({ type: 'outbox:dropped', clientId }),
    drain() {
      for (const id of new Set(store.get().outbox.map((one) => one.conversationId))) void drainOne(id)
    },
  }
}
