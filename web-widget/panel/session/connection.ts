import { toBackoff } from '../../core/backoff.ts'
import type { ClientEvent, Handshake, NewsOf, ReplyTo, RequestOf, ServerEvent } from '../../core/wire.ts'
import { openWireSocket, type WireSocket } from './wire-socket.ts'

/** `blocked`: the server is there and says no. */
export type Link = 'idle' | 'connecting' | 'ready' | 'lost' | 'blocked'
export type NewsHandlers = { readonly [E in ServerEvent]: (news: NewsOf<E>) => void }

interface Means {
  readonly server: string
  readonly handshake: () => Handshake
  readonly news: NewsHandlers
  readonly onLink: (link: Link, code?: string) => void
}

// A half-open connection looks alive for 40 s; a missing acknowledgement gives it away after three.
const ACK_TIMEOUT_MS = 3000
const START_TIMEOUT_MS = 8000

/** One socket at a time. Every attempt gets a fresh one, so that nothing of a broken one is carried along. */
export class Connection {
  readonly #means: Means
  readonly #unanswered = new Set<() => void>()
  #socket: WireSocket | undefined
  #wanted = false
  #ready = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(means: Means) {
    this.#means = means
  }

  start(): void {
    if (this.#wanted) return
    this.#wanted = true
    this.#means.onLink('connecting')
    this.#open()
  }

  stop(): void {
    this.#wanted = false
    this.#failures = 0
    this.#drop()
    this.#means.onLink('idle')
  }

  /** Skips what is left of the wait; does nothing while connected. */
  retryNow(): void {
    if (!this.#wanted || this.#ready) return
    this.#failures = 0
    this.#open()
  }

  isReady(): boolean {
    return this.#ready
  }

  request<E extends ClientEvent>(event: E, payload: RequestOf<E>): Promise<ReplyTo<E>> {
    const socket = this.#socket
    if (!socket || !this.#ready) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const settle = (reply?: ReplyTo<E>) => {
        clearTimeout(deadline)
        this.#unanswered.delete(settle)
        resolve(reply)
      }
      const deadline = setTimeout(() => this.#lose(), ACK_TIMEOUT_MS)
      this.#unanswered.add(settle)
      socket.emit(event, payload, settle)
    })
  }

  #open(): void {
    this.#drop()
    const { server, handshake, news } = this.#means
    const handlers: Readonly<Record<string, ((payload: never) => void) | undefined>> = news
    this.#socket = openWireSocket({
      server,
      toAuth: handshake,
      onEnd: (code) => this.#lose(code),
      onEvent: (name, payload) => {
        // Before the handler of it: whoever hears of the session may send at once.
        if (name === 'session:started') this.#begin()
        handlers[name]?.(payload)
      },
    })
    this.#timer = setTimeout(() => this.#lose(), START_TIMEOUT_MS)
  }

  #begin(): void {
    clearTimeout(this.#timer)
    this.#ready = true
    this.#failures = 0
    this.#means.onLink('ready')
  }

  #lose(code?: string): void {
    this.#drop()
    if (!this.#wanted) return
    this.#means.onLink(code ? 'blocked' : 'lost', code)
    this.#timer = setTimeout(() => this.#open(), toBackoff(this.#failures, Math.random))
    this.#failures += 1
  }

  #drop(): void {
    this.#ready = false
    clearTimeout(this.#timer)
    this.#socket?.close()
    this.#socket = undefined
    for (const giveUp of [...this.#unanswered]) giveUp()
  }
}
