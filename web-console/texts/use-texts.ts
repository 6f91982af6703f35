import { useSyncExternalStore } from 'react'
import { en } from './en.ts'
import { type Texts, zh } from './zh.ts'

export type Locale = 'zh' | 'en'

const KEY = 'xiaoer-console-locale'
const listeners = new Set<() => void>()
let current: Locale = firstLocale()

/** What was chosen before, else the browser's language; Chinese whenever that is not English. */
function firstLocale(): Locale {
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.startsWith('en') ? 'en' : 'zh'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Switches every text on the page. */
export function setLocale(locale: Locale): void {
  current = locale
  localStorage.setItem(KEY, locale)
  applyLocale()
  for (const listener of listeners) listener()
}

/** Tells the browser which language is read, for fonts and for screen readers. */
export function applyLocale(): void {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, () => current)
}

export function useTexts(): Texts {
  return useLocale() === 'zh' ? zh : en
}

/** The texts outside of components. */
export function textsNow(): Texts {
  return current === 'zh' ? zh : en
}
