import { type Floor, modeAt } from '../../domain/reception.ts'
import type { Deps } from '../deps.ts'

/** Who receives at this moment. */
export function currentFloor(deps: Deps): Floor {
  const { reception, calendar } = deps.live.current().knowledge
  const switched = deps.switchboard.current()
  return {
    mode: modeAt(reception, switched, calendar, deps.clock.now()),
    first: switched.first ?? reception.first,
    split: reception.split,
    botAfterPerson: reception.botAfterPerson,
    agentsOnDuty: deps.roster.onDuty().length,
  }
}
