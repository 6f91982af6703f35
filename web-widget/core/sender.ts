import { toBackoff } from './backoff.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'
import type { ReplyTo } from './wire.ts'

export type SendReply = ReplyTo<'message:send'>
type Accepted = Extract<SendReply, { ok: true }>

interface Means {
  readonly outbox: Outbox
  /** Sends once; `undefined` when nobody answered. The same entry may be handed in again. */
  readonly deliver: (entry: OutboxEntry) => Promise<SendReply>
  /** Runs the work while no other tab of this visitor runs its own. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>
  readonly isOnline: () => boolean
  readonly onAccepted: (entry: OutboxEntry, ack: Accepted) => void
  readonly onChange: () => void
  readonly random: () => number
  readonly now: () => number
}

const TRANSIENT = new Set(['too_many', 'unavailable', 'internal'])

/** The reliable part of sending: an entry leaves the outbox only once its acknowledgement or a final refusal is here. */
export class Sender {
  readonly #means: Means
  #running = false
  #pausedUntil = 0
  #failures = 0

  constructor(means: Means) {
    this.#means = means
  }

  /** Until when the server asked us to wait. */
  get pausedUntil(): number {
    return this.#pausedUntil
  }

  /** Sends what waits, oldest first, one at a time. Call it whenever something may have changed. */
  kick(): void {
    if (!this.#running) void this.#run()
  }

  #mayDeliver(): boolean {
    return this.#means.isOnline() && this.#means.now() >= this.#pausedUntil
  }

  async #run(): Promise<void> {
    this.#running = true
    try {
      while (this.#mayDeliver() && this.#means.outbox.findNext()) {
        if (!(await this.#sendNext())) break
      }
    } finally {
      this.#running = false
    }
  }

  async #sendNext(): Promise<boolean> {
    const { outbox, deliver, exclusively, onChange } = this.#means
    let goOn = true
    await exclusively(async () => {
      // Another tab may have sent it while this one waited for its turn.
      const entry = outbox.findNext()
      if (!entry || !this.#mayDeliver()) return
      const reply = await deliver(entry)
      goOn = reply !== undefined
      // Read again: an upload has become an image, or `shutdown` has emptied the outbox meanwhile.
      const current = outbox.find(entry.clientId)
      if (current) this.#settle(current, reply)
      onChange()
    })
    return goOn
  }

  #settle(entry: OutboxEntry, reply: SendReply): void {
    if (!reply) return
    if (!reply.ok && TRANSIENT.has(reply.code)) {
      this.#pause(reply.retryAfter)
      return
    }
    this.#failures = 0
    if (reply.ok) {
      this.#means.outbox.remove(entry.clientId)
      this.#means.onAccepted(entry, reply)
    } else {
      this.#means.outbox.refuse(entry.clientId, { code: reply.code, message: reply.message })
    }
  }

  #pause(retryAfter: number | undefined): void {
    const { now, random } = this.#means
    const wait = retryAfter === undefined ? toBackoff(this.#failures, random) : retryAfter * 1000
    this.#pausedUntil = now() + wait
    this.#failures += 1
    setTimeout(() => this.kick(), wait + 10)
  }
}
