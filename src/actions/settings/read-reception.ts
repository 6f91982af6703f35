import { isOpen, toLocalTime } from '../../domain/calendar.ts'
import { deskHours } from '../../domain/facts/shop-facts.ts'
import type { First, Mode, ReceptionSwitch } from '../../domain/reception.ts'
import { currentFloor } from '../conversations/current-floor.ts'
import type { Deps } from '../deps.ts'

/** Who receives now, and what of it the console has switched. */
export interface ReceptionState {
  readonly mode: Mode
  readonly first: First
  readonly switched: ReceptionSwitch
  readonly deskOpen: boolean
  readonly deskHours: string
}

export function readReception(deps: Deps): ReceptionState {
  const { calendar } = deps.live.current().knowledge
  const now = deps.clock.now()
  const { mode, first } = currentFloor(deps)
  return {
    mode,
    first,
    switched: { ...deps.switchboard.current() },
    deskOpen: isOpen(calendar, now),
    deskHours: deskHours(calendar, toLocalTime(now, calendar.timeZone).date),
  }
}
