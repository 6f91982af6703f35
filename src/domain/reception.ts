import { type Calendar, type Span, toLocalTime, WEEKDAYS, type Weekday } from './calendar.ts'
import type { Conversation } from './conversation.ts'

export const MODES = ['auto', 'assist'] as const
export type Mode = (typeof MODES)[number]

export const FIRSTS = ['bot', 'agent', 'split'] as const
export type First = (typeof FIRSTS)[number]

/** Hours of the week in which another mode than the usual one is in force. */
export interface ModeSpan {
  readonly days: readonly Weekday[]
  readonly hours: Span
  readonly mode: Mode
}

/** Who receives shoppers. */
export interface Reception {
  readonly mode: Mode
  readonly first: First
  /** With `first: split`, the bot's share of conversations, 0 to 1. */
  readonly split: number
  readonly schedule: readonly ModeSpan[]
  /** Whether the bot may speak while a person holds the conversation. */
  readonly botAfterPerson: boolean
  /** In assist mode, intents with autonomy `auto` go by themselves from this confidence on; above 1 is never. */
  readonly autoAbove: number
  readonly vetoSeconds: number
}

/** What the console has switched, above what shop.yaml says. */
export interface ReceptionSwitch {
  readonly mode?: Mode
  readonly first?: First
}

/** The mode in force: the console's switch, else the schedule's, else the shop's usual one. */
export function modeAt(reception: Reception, switched: ReceptionSwitch, calendar: Calendar, at: number): Mode {
  if (switched.mode) return switched.mode

  const now = toLocalTime(at, calendar.timeZone)
  const weekday = WEEKDAYS[now.weekday - 1]
  const span = reception.schedule.find(
    (one) => weekday && one.days.includes(weekday) && one.hours.from <= now.minutes && now.minutes < one.hours.until,
  )
  return span?.mode ?? reception.mode
}

/** `bot`: it answers. `agent`: the person who holds the conversation does. `queue`: it goes to people. `wait`: it is already on its way there. */
export type Turn = 'bot' | 'agent' | 'queue' | 'wait'

export interface Floor {
  readonly mode: Mode
  readonly first: First
  readonly split: number
  readonly botAfterPerson: boolean
  readonly agentsOnDuty: number
}

/** Decides whose turn it is after a customer message. Pure. */
export function decideTurn(conversation: Conversation, floor: Floor): Turn {
  if (conversation.status === 'assigned') return floor.botAfterPerson && floor.mode === 'auto' ? 'bot' : 'agent'

  if (conversation.status === 'queued') {
    if (conversation.withBot) return 'bot'
    // Only the mode had sent it to people; once the mode is auto again, the bot takes it back.
    return conversation.queuedFor === 'assist_mode' && floor.mode === 'auto' ? 'bot' : 'wait'
  }
  if (floor.mode === 'assist') return 'queue'
  if (floor.first === 'agent') return floor.agentsOnDuty > 0 ? 'queue' : 'bot'
  if (floor.first === 'split' && floor.agentsOnDuty > 0) {
    return shareOf(conversation.id) < floor.split ? 'bot' : 'queue'
  }
  return 'bot'
}

/** A number in [0, 1) that stays the same for a conversation, so that its turn does not flip between messages. */
function shareOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return (hash >>> 0) / 2 ** 32
}
