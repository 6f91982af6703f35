import type { AppendResult } from './message-log.ts'

/** Who is on the other end of a socket: shoppers or agents. */
export type SocketKind = 'widget' | 'console'

/** What is counted and timed while it happens. A call costs a look-up and an addition: it may stand in a message's path. */
export interface Metrics {
  /** A commit of the message log: what became of each draft, and how long it took. */
  committed(results: readonly AppendResult[], milliseconds: number): void
  /** From the arrival of `message:send` to its acknowledgement. */
  acknowledged(kind: SocketKind, milliseconds: number): void
  /** An event that was not carried out; `too_many` is a flood. */
  refused(kind: SocketKind, code: string): void
  understood(milliseconds: number): void
  /** What the bot's reply was, as its explanation names it. */
  replied(rule: string): void
  /** From entering the queue to being taken by an agent. */
  waited(milliseconds: number): void
  /** A client asked for what it has not heard. `missed`: among it was what an open connection should have told it. */
  caughtUp(messages: number, missed: boolean): void
  jobEnded(kind: string, succeeded: boolean): void
  backedUp(succeeded: boolean): void
}

/** What is only looked at when somebody asks. */
export interface Gauges {
  waiting(): Promise<number>
  assigned(): Promise<number>
  sockets(): Readonly<Record<SocketKind, number>>
  knowledge(): { readonly version: string; readonly problems: number }
  /** Epoch milliseconds of the clock's last tick; undefined before the first. */
  lastTick(): number | undefined
  /** Epoch milliseconds of the newest of the server's backups, whoever made it; undefined where there is none. */
  lastBackup(): Promise<number | undefined>
  loopLag(): LoopLag
}

/** How late the event loop comes to what is due, in milliseconds, over the last minute or so. */
export interface LoopLag {
  readonly p99: number
  readonly max: number
}

/** The metrics since the process started, in numbers that people read. */
export interface MetricsSummary {
  /** By outcome of the append. */
  readonly messages: Readonly<Record<string, number>>
  /** By what the reply was: answer, clarify, handoff … */
  readonly replies: Readonly<Record<string, number>>
  /** Milliseconds below which 95 of 100 were; undefined where there was none. */
  readonly acknowledgedWithin: number | undefined
  readonly understoodWithin: number | undefined
  readonly committedWithin: number | undefined
  readonly waiting: number
  readonly assigned: number
  readonly sockets: Readonly<Record<SocketKind, number>>
  readonly floods: number
  readonly jobsFailed: number
  readonly lastBackupAt: number | undefined
}

/** The same numbers for whoever watches from outside. */
export interface MetricsReader {
  /** Prometheus' text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
  summary(): Promise<MetricsSummary>
}
