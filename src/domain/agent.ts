import type { GroupId } from './desk-policy.ts'
import { AppError } from './errors.ts'
import type { AgentId } from './ids.ts'

export const ROLES = ['agent', 'supervisor', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const PRESENCES = ['online', 'busy', 'away', 'offline'] as const
export type Presence = (typeof PRESENCES)[number]

export interface Agent {
  readonly id: AgentId
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
  /** What the agent has chosen; whether a browser is connected is not stored. */
  readonly presence: Presence
  readonly createdAt: number
  /** What this agent knows about; none is everything. */
  readonly groups: readonly GroupId[]
  /** How many conversations they hold at once, where it is not the shop's usual limit. */
  readonly limit?: number
}

/** The right to become an agent, given by a link that works once. */
export interface Invite {
  readonly role: Role
  readonly createdBy?: AgentId
  readonly expiresAt: number
}

const RANK: Record<Role, number> = { agent: 0, supervisor: 1, owner: 2 }

export function hasRole(agent: Agent, least: Role): boolean {
  return RANK[agent.role] >= RANK[least]
}

/** Throws `forbidden` for a role below the least one. */
export function requireRole(agent: Agent, least: Role): void {
  if (!hasRole(agent, least)) throw new AppError('forbidden')
}
