import type { launcherZh, panelZh } from './texts-zh.ts'
import type { Locale } from './wire.ts'

export type LauncherTexts = typeof launcherZh
export type PanelTexts = typeof panelZh

/** The language to speak: what the shop asked for, else the page's, else the browser's. */
export function toLocale(...wishes: readonly (string | null | undefined)[]): Locale {
  return /^zh/i.test(wishes.find(Boolean) ?? 'zh') ? 'zh' : 'en'
}
