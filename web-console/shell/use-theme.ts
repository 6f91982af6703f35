import { useSyncExternalStore } from 'react'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'xiaoer-console-theme'
const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', tell)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) system.removeEventListener('change', tell)
  }
}

function chosen(): ThemeChoice {
  const kept = localStorage.getItem(KEY)
  return THEME_CHOICES.find((one) => one === kept) ?? 'system'
}

/** Lets the stylesheet know before anything is drawn; `system` leaves the decision to the browser. */
export function applyTheme(): void {
  const choice = chosen()
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}

export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice)
  applyTheme()
  tell()
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, chosen)
}

/** Whether the dark colours are in force now. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, () => {
    const choice = chosen()
    return choice === 'system' ? system.matches : choice === 'dark'
  })
}
