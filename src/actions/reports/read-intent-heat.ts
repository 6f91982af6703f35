import type { Agent } from '../../domain/agent.ts'
import { requireRole } from '../../domain/agent.ts'
import { addDays, toLocalTime } from '../../domain/calendar.ts'
import type { Deps } from '../deps.ts'
import { tallyAll } from './figure-scope.ts'

const OF_TURNS = [{ is: { worded: 1 } }, { is: { answered: 1 } }, { is: { answered: 1, disliked: 1 } }]

/** How often each intent was asked for yesterday and in the seven days up to now, and how that went. Throws `forbidden` for agents. */
export async function readIntentHeat(deps: Deps, agent: Agent) {
  requireRole(agent, 'supervisor')
  const { date: today } = toLocalTime(deps.clock.now(), deps.live.current().knowledge.shop.timeZone)
  const yesterday = addDays(today, -1)
  const week = await tallyAll(deps, {
    of: 'turns',
    counted: OF_TURNS,
    where: { from: addDays(today, -6), until: today },
    by: ['intent'],
  })
  const day = await tallyAll(deps, {
    of: 'turns',
    counted: OF_TURNS,
    where: { from: yesterday, until: yesterday },
    by: ['intent'],
  })
  const ofYesterday = new Map(day.map(({ keys, values }) => [keys[0], values[0] ?? 0]))
  return week
    .filter(({ keys }) => keys[0] !== '')
    .map(({ keys: [intent = ''], values: [asked = 0, answered = 0, disliked = 0] }) => ({
      intent,
      yesterday: ofYesterday.get(intent) ?? 0,
      week: asked,
      ...(asked > 0 && { answered: answered / asked }),
      ...(answered > 0 && { disliked: disliked / answered }),
    }))
}
