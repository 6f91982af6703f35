import type { Facts } from '../domain/conditions.ts'
import type { VerifiedIdentity } from '../domain/customer.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { AgentId } from '../domain/ids.ts'
import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import type { Locale, LocalizedText } from '../domain/localized-text.ts'
import type { Understood } from '../domain/understanding.ts'

/** Epoch milliseconds. */
export interface Clock {
  now(): number
}

export interface Ids {
  /** A new id that nobody can guess. */
  next(): string
}

/** Tells everyone who watches, in the order of the calls. A watcher's failure never reaches the teller. */
export interface Publisher {
  publish(event: DomainEvent): void
}

/** Runs what is asked for under one key one after the other; keys do not wait for each other. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

/** Who of the agents is really there: a browser is connected and the chosen state is `online`. */
export interface Duty {
  agentsOnDuty(): readonly AgentId[]
  isConnected(agentId: AgentId): boolean
}

/** Words → candidates. */
export interface Understanding {
  understand(utterance: { readonly text: string; readonly locale: Locale }): Understood
}

/** Fills templates with facts. */
export interface Renderer {
  /** The text, or the name of the first fact that is missing; with the facts that were used. */
  render(
    template: LocalizedText,
    facts: Facts,
    locale: Locale,
  ): { readonly text: string; readonly used: Readonly<Record<string, string>> } | { readonly missing: string }
}

/** Knowledge and the matcher that was trained on it, always of one version. */
export interface Brain {
  readonly knowledge: KnowledgeBase
  readonly understanding: Understanding
  readonly renderer: Renderer
}

export interface TestReport {
  readonly total: number
  readonly failed: readonly string[]
}

export interface KnowledgeReport {
  readonly loadedAt: number
  /** Why the newest files could not be taken up; empty when what serves is what lies there. */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  readonly tests: TestReport
}

/** What serves now; swapped whole when the owner saves. */
export interface LiveKnowledge {
  current(): Brain
  report(): KnowledgeReport
}

/** Signed tokens. Those that do not verify are `undefined`, never an error. */
export interface Tokens {
  signVisitor(customerId: string): Promise<string>
  verifyVisitor(token: string): Promise<string | undefined>
  /** The shop's own signed word on who the visitor is. */
  verifyIdentity(token: string): Promise<VerifiedIdentity | undefined>
}

export interface Secrets {
  /** A new 256-bit secret, as URL-safe text, and the hash under which it is stored. */
  issue(): { readonly secret: string; readonly hash: string }
  hash(secret: string): string
}

export interface Passwords {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}

/** One line per outcome, with ids, never with message text. */
export interface Log {
  info(fields: object, line: string): void
  warn(fields: object, line: string): void
  error(fields: object, line: string): void
}
