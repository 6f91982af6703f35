import { useSyncExternalStore } from 'react'
import { type Alert, type AlertChoice, type AlertSettings, parseAlerts } from '../live/alerts.ts'

const KEY = 'xiaoer-console-alerts'
const listeners = new Set<() => void>()
let known: { readonly kept: string | null; readonly settings: AlertSettings } | undefined

/** As this browser keeps them; another tab may have changed them. */
export function currentAlerts(): AlertSettings {
  const kept = localStorage.getItem(KEY)
  if (!known || known.kept !== kept) known = { kept, settings: parseAlerts(kept) }
  return known.settings
}

export function setVolume(volume: number): void {
  keep({ ...currentAlerts(), volume })
}

export function setAlert(alert: Alert, change: Partial<AlertChoice>): void {
  const settings = currentAlerts()
  keep({ ...settings, of: { ...settings.of, [alert]: { ...settings.of[alert], ...change } } })
}

function keep(settings: AlertSettings): void {
  localStorage.setItem(KEY, JSON.stringify(settings))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAlertSettings(): AlertSettings {
  return useSyncExternalStore(subscribe, currentAlerts)
}
