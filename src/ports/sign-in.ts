import type { AgentId } from '../domain/ids.ts'
import type { AttemptRule } from '../domain/sign-in.ts'

/** What an agent's phone makes codes from. It is stored sealed; `since` is absent until a first code has proved it. */
export interface SecondFactor {
  readonly sealed: string
  readonly since?: number
}

export interface SecondFactorStore {
  /** Keeps a secret that is not in force yet, in place of an earlier one; false where one is in force. */
  propose(agentId: AgentId, sealed: string): Promise<boolean>
  find(agentId: AgentId): Promise<SecondFactor | undefined>
  /** Since when it is in force, of everybody who has it. */
  listConfirmed(): Promise<ReadonlyMap<AgentId, number>>
  /** Puts it in force with the step that proved it and the hashes of its recovery codes; true for one caller only. */
  confirm(agentId: AgentId, proof: { step: number; at: number; recoveryHashes: readonly string[] }): Promise<boolean>
  /** True once per step, and never for an earlier one: a code that was seen is worth nothing. */
  takeStep(agentId: AgentId, step: number): Promise<boolean>
  /** True once per code. */
  takeRecoveryCode(agentId: AgentId, hash: string): Promise<boolean>
  countRecoveryCodes(agentId: AgentId): Promise<number>
  /** With its recovery codes. */
  remove(agentId: AgentId): Promise<void>
}

/** How often something was tried. */
export interface AttemptStore {
  /** Counts a try under this key; or, where one has to wait, counts nothing and returns until when. */
  take(key: string, now: number, rule: AttemptRule): Promise<number | undefined>
  /** The try was a good one: it does not count. What was wrong before it does. */
  giveBack(key: string): Promise<void>
  forget(key: string): Promise<void>
  forgetBefore(at: number): Promise<void>
}

/** Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator has them. */
export interface OneTimePasswords {
  /** A new secret in base 32. */
  newSecret(): string
  /** What an authenticator reads from a QR code. */
  toUri(secret: string, label: { readonly issuer: string; readonly account: string }): string
  /** The step whose code this is, one before or after now allowed; undefined for any other code. */
  stepOf(secret: string, code: string, now: number): number | undefined
  /** Codes that each work once in place of the phone: 80 random bits. */
  newRecoveryCodes(): readonly string[]
}

/** Keeps secrets unreadable in the database: who has a copy of it, but not the server's own secret, has nothing. */
export interface Vault {
  seal(text: string): string
  /** Undefined for what was sealed with another secret, or changed. */
  open(sealed: string): string | undefined
}
