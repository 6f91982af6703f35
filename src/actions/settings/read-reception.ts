import { isOpen, toLocalTime } from '../../domain/calendar.ts'
import type { GroupId, Strategy } from '../../domain/desk-policy.ts'
import { deskHours } from '../../domain/facts/shop-facts.ts'
import { textIn } from '../../domain/localized-text.ts'
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
  readonly strategy: Strategy
  readonly groups: {
    id: GroupId
    name: { zh: string; en: string }
    open: boolean
  }[]
  readonly warnSeconds: number
  readonly redSeconds: number
}

export function readReception(deps: Deps): ReceptionState {
  const { calendar, desk, shop } = deps.live.current().knowledge
  const now = deps.clock.now()
  const { mode, first } = currentFloor(deps)
  return {
    mode,
    first,
    switched: { ...deps.switchboard.current() },
    deskOpen: isOpen(calendar, now),
    deskHours: deskHours(calendar, toLocalTime(now, calendar.timeZone).date),
    strategy: desk.strategy,
    groups: desk.groups.map((group) => ({
      id: group.id,
      name: { zh: textIn(group.name, 'zh', shop.language), en: textIn(group.name, 'en', shop.language) },
      open: isOpen(group.calendar ?? calendar, now),
    })),
    warnSeconds: desk.warnSeconds,
    redSeconds: desk.redSeconds,
  }
}
