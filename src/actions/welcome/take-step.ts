import { type Agent, requireRole } from '../../domain/agent.ts'
import type { WelcomeState, WelcomeStep } from '../../domain/welcome.ts'
import type { PageSighting } from '../../ports/welcome.ts'
import type { Deps } from '../deps.ts'

const MOST_SHOWN = 20

/** How far the owner has come with the first steps, and where the widget was seen. */
export async function readWelcome(
  deps: Deps,
  owner: Agent,
): Promise<{ state: WelcomeState; sightings: readonly PageSighting[] }> {
  requireRole(owner, 'owner')
  const { welcome } = deps.storage
  const [state, sightings] = await Promise.all([welcome.getState(), welcome.listSightings(MOST_SHOWN)])
  return { state, sightings }
}

/** A step is behind, done or skipped; or the owner has had enough of them. */
export async function takeWelcomeStep(
  deps: Deps,
  owner: Agent,
  taken: { readonly step?: WelcomeStep; readonly outcome?: 'done' | 'skipped'; readonly finished?: boolean },
): Promise<void> {
  requireRole(owner, 'owner')
  const at = deps.clock.now()
  await deps.storage.transaction(async ({ welcome, audit }) => {
    const { steps, finishedAt } = await welcome.getState()
    const { step, outcome = 'done', finished } = taken
    const done = finished === undefined ? finishedAt : finished ? at : undefined
    await welcome.setState({
      steps: { ...steps, ...(step && { [step]: outcome }) },
      ...(done !== undefined && { finishedAt: done }),
    })
    if (finished) await audit.add({ at, actor: owner.id, action: 'welcome.finished', target: 'shop', detail: {} })
  })
}
