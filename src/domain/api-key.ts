import type { AgentId } from './ids.ts'

/** What a key may do: push the shop's data, read the metrics. */
export const API_SCOPES = ['shop_data', 'metrics'] as const
export type ApiScope = (typeof API_SCOPES)[number]

/** A key of another system. The key itself is shown once and kept nowhere. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** Its first characters, by which people know it again. */
  readonly prefix: string
  readonly scopes: readonly ApiScope[]
  readonly createdBy: AgentId
  readonly createdAt: number
  readonly expiresAt?: number
  /** True to a minute. */
  readonly usedAt?: number
  readonly revokedAt?: number
}

export const MAX_API_KEYS = 50
/** So much of a key is kept in the open. */
export const API_KEY_PREFIX_LENGTH = 9

export function isInForce({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt > now)
}
