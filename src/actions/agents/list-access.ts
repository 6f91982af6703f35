import { type Agent, requireRole } from '../../domain/agent.ts'
import type { AgentId } from '../../domain/ids.ts'
import { IDLE_MILLISECONDS, SESSION_MILLISECONDS } from '../../domain/sign-in.ts'
import type { Deps } from '../deps.ts'

/** How an agent gets in: where they are signed in, and since when a second step is asked of them. */
export interface AgentAccess {
  readonly agentId: AgentId
  /** Last used first. */
  readonly sessions: readonly { readonly startedAt: number; readonly usedAt: number }[]
  readonly secondStepSince?: number
}

/** Of everybody, for owners. */
export async function listAccess(deps: Deps, by: Agent): Promise<readonly AgentAccess[]> {
  requireRole(by, 'owner')
  const now = deps.clock.now()
  const open = await deps.storage.access.listSessions(now, now - IDLE_MILLISECONDS)
  const confirmed = await deps.storage.secondFactors.listConfirmed()
  return deps.roster.list().map(({ id }) => {
    const since = confirmed.get(id)
    return {
      agentId: id,
      sessions: open
        .filter(({ agentId }) => agentId === id)
        .map(({ usedAt, expiresAt }) => ({ startedAt: expiresAt - SESSION_MILLISECONDS, usedAt })),
      ...(since !== undefined && { secondStepSince: since }),
    }
  })
}
