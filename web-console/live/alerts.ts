import type { Notice } from './notices.ts'

/** What may make itself heard or seen while one looks elsewhere. */
export const ALERTS = ['message', 'offer', 'queue', 'whisper', 'promise', 'todo', 'knowledge'] as const
export type Alert = (typeof ALERTS)[number]

export interface AlertChoice {
  readonly sound: boolean
  readonly desktop: boolean
}

export interface AlertSettings {
  /** 0 to 100. */
  readonly volume: number
  readonly of: Readonly<Record<Alert, AlertChoice>>
}

const BOTH: AlertChoice = { sound: true, desktop: true }
const NEITHER: AlertChoice = { sound: false, desktop: false }

/** What is meant for me is heard from the start; what concerns everybody, where it is asked for. */
export const USUAL_ALERTS: AlertSettings = {
  volume: 60,
  of: {
    message: BOTH,
    offer: BOTH,
    queue: NEITHER,
    whisper: BOTH,
    promise: BOTH,
    todo: BOTH,
    knowledge: { sound: false, desktop: true },
  },
}

const ALERT_OF: Readonly<Record<Notice['kind'], Alert>> = {
  message: 'message',
  answered: 'message',
  offered: 'offer',
  transfer: 'offer',
  taken: 'offer',
  queued: 'queue',
  whisper: 'whisper',
  promise: 'promise',
  due: 'todo',
  knowledge: 'knowledge',
}

export function alertOf({ kind }: Notice): Alert {
  return ALERT_OF[kind]
}

/** What was kept, the usual where nothing usable was. */
export function parseAlerts(kept: string | null): AlertSettings {
  const { volume, of } = readObject(kept)
  const chosen = isObject(of) ? of : {}
  const choices = ALERTS.map((alert) => [alert, toChoice(chosen[alert], USUAL_ALERTS.of[alert])])
  return {
    volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : USUAL_ALERTS.volume,
    of: Object.fromEntries(choices) as AlertSettings['of'],
  }
}

function toChoice(kept: unknown, usual: AlertChoice): AlertChoice {
  if (!isObject(kept)) return usual
  const { sound, desktop } = kept
  return {
    sound: typeof sound === 'boolean' ? sound : usual.sound,
    desktop: typeof desktop === 'boolean' ? desktop : usual.desktop,
  }
}

function readObject(kept: string | null): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    return isObject(read) ? read : {}
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
