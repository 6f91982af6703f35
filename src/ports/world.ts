import type { Agent } from '../domain/agent.ts'
import type { Facts } from '../domain/conditions.ts'
import type { VerifiedIdentity } from '../domain/customer.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { Candidate } from '../domain/explanation.ts'
import type { AgentId } from '../domain/ids.ts'
import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import type { Locale, LocalizedText } from '../domain/localized-text.ts'
import type { ReceptionSwitch } from '../domain/reception.ts'
import type { Pairs } from '../domain/skills/pairs.ts'
import type { Understood } from '../domain/understanding.ts'
import type { StoredFile } from '../domain/upload.ts'

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

/** Hears of an event; `from` is the node that it happened at, and undefined for this one. */
export type Watcher = (event: DomainEvent, from?: string) => void

export interface EventSource {
  /** The returned function ends it. */
  subscribe(watcher: Watcher): () => void
}

/** Runs what is asked for under one key one after the other; keys do not wait for each other. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

/** The agents as they are, and who of them is really there: a browser is connected, to this node or another. Kept in memory. */
export interface Roster {
  list(): readonly Agent[]
  find(id: AgentId): Agent | undefined
  isConnected(id: AgentId): boolean
  /** When their last browser was closed (epoch milliseconds); undefined before that ever happened. */
  leftAt(id: AgentId): number | undefined
  /** Connected, active, and `online` by their own choice. */
  onDuty(): readonly AgentId[]
  /** Reads the agents anew after one has changed, and who is at other nodes. */
  refresh(): Promise<void>
}

/** Counts each agent's browsers. Counted at once; resolves when other nodes can see it. */
export interface Connections {
  /** True if this is the agent's first one. */
  add(id: AgentId): Promise<boolean>
  /** True if it was the agent's last one. */
  remove(id: AgentId): Promise<boolean>
}

/** What the console has switched; remembered across restarts. */
export interface Switchboard {
  current(): ReceptionSwitch
  change(next: ReceptionSwitch): Promise<void>
  /** Reads it anew after another node has changed it. */
  refresh(): Promise<void>
}

/** At most so much of something from one key. */
export type Limiter = (key: string) => Promise<void>

/** Makes limiters; what has the same name shares its counts over all nodes. */
export interface Limiters {
  /** The limiter throws `too_many` with the seconds to wait. */
  create(name: string, rate: { readonly points: number; readonly seconds: number }): Limiter
}

/** Words → what is meant. */
export interface Understanding {
  /** `at` is when it was said (epoch milliseconds): "tomorrow" is counted from there. */
  understand(utterance: { readonly text: string; readonly locale: Locale; readonly at: number }): Understood
  /** The confidence above which at most this share of answers (0 to 1) is wrong; undefined where too little is known. */
  answerAbove(risk: number): number | undefined
  /**
   * Puts utterances that ask the same together: places in the list, the most typical first, the largest group first. Takes seconds for
   * thousands, and keeps nobody waiting meanwhile.
   */
  group(
    utterances: readonly {
      readonly text: string
      readonly candidates: readonly Pick<Candidate, 'intent' | 'confidence'>[]
    }[],
  ): Promise<readonly (readonly number[])[]>
  /** The beginning of a text in Latin letters, as ids are written, at most so long. */
  romanise(text: string, most: number): string
}

/** Fills templates with facts. */
export interface Renderer {
  /** The facts that a template names, in any language. */
  factsOf(template: LocalizedText): readonly string[]
  /**
   * The text with the facts that were used; or the name of the first fact that is missing; or the figures of the text that
   * stand neither in a fact nor in the template itself.
   */
  render(
    template: LocalizedText,
    facts: Facts,
    locale: Locale,
  ):
    | { readonly text: string; readonly used: Readonly<Record<string, string>> }
    | { readonly missing: string }
    | { readonly unbacked: readonly string[] }
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
  /** What the owner wrote, without what the shop's own system has pushed over it. */
  written(): KnowledgeBase
  /** Takes up the products that are pushed by now; what fails is logged, and the old ones go on serving. */
  refreshProducts(): Promise<void>
}

/** What shoppers buy together; worked out from the orders, anew when it has grown old. */
export interface PairSource {
  current(): Promise<Pairs>
}

/** Signed tokens. Those that do not verify are `undefined`, never an error. */
export interface Tokens {
  signVisitor(customerId: string): Promise<string>
  verifyVisitor(token: string): Promise<string | undefined>
  /** By which a browser is known again in which this agent has signed in. */
  signDevice(agentId: AgentId, id: string): Promise<string>
  verifyDevice(token: string): Promise<{ readonly agentId: AgentId; readonly id: string } | undefined>
  /** The shop's own signed word on who the visitor is. */
  verifyIdentity(token: string): Promise<VerifiedIdentity | undefined>
}

export interface Secrets {
  /** A new 256-bit secret, as URL-safe text, and the hash under which it is stored. */
  issue(): { readonly secret: string; readonly hash: string }
  hash(secret: string): string
}

/** Slow by intention, and so few at a time; throws `too_many` where too many wait. */
export interface Passwords {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}

/** One line per outcome, with ids, never with message text; `debug` for what goes its ordinary way. */
export interface Log {
  /** Whether `debug` writes anything: what costs something to put together need not be, where it does not. */
  readonly debugs: boolean
  debug(fields: object, line: string): void
  info(fields: object, line: string): void
  warn(fields: object, line: string): void
  error(fields: object, line: string): void
}

/** Pictures and files that people send. */
export interface Uploads {
  /** Keeps it under a new name that nobody can guess, and returns the name. A picture has no name of its own. */
  save(bytes: Buffer, ending: string, file?: Omit<StoredFile, 'size'>): Promise<string>
  find(name: string): Promise<Buffer | undefined>
  /** What is known of a file; undefined for a picture, and where there is none. */
  describe(name: string): Promise<StoredFile | undefined>
}

/** The people whom a visitor of the demo shop may pretend to be. */
export interface DemoPeople {
  readonly customers: readonly {
    readonly key: string
    readonly name: string
    /** What there is to ask about, in one line. */
    readonly about: LocalizedText
  }[]
  /** The identity token that the shop's server would sign; undefined for an unknown key. */
  sign(key: string): Promise<string | undefined>
}
