import { type Agent, requireRole } from '../../domain/agent.ts'
import type { First, Mode, ReceptionSwitch } from '../../domain/reception.ts'
import type { Deps } from '../deps.ts'

/** What to switch: `null` gives the decision back to shop.yaml, what is left out stays. */
export interface ReceptionPatch {
  readonly mode?: Mode | null | undefined
  readonly first?: First | null | undefined
}

/** Switches who receives shoppers. It takes effect on the next message. */
export async function setReception(deps: Deps, supervisor: Agent, patch: ReceptionPatch): Promise<void> {
  requireRole(supervisor, 'supervisor')
  const before = deps.switchboard.current()
  const mode = patch.mode === undefined ? before.mode : patch.mode
  const first = patch.first === undefined ? before.first : patch.first
  const next: ReceptionSwitch = { ...(mode && { mode }), ...(first && { first }) }

  await deps.switchboard.change(next)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: supervisor.id,
    action: 'reception.switched',
    target: 'reception',
    detail: { ...next },
  })
  deps.publisher.publish({ type: 'reception.changed' })
}
