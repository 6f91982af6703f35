import type { Locale } from './core/wire.ts'

export interface Settings {
  readonly locale: Locale
  readonly accent: string | undefined
  readonly position: 'left' | 'right'
  readonly identity: string | undefined
  readonly open: boolean
}

/** What the page hears of with `Xiaoer('on', name, listener)`. */
export interface PageEvents {
  ready: undefined
  open: undefined
  close: undefined
  unread: { readonly count: number }
  message: { readonly from: 'bot' | 'agent'; readonly text: string }
  sent: { readonly text: string }
  error: { readonly code: string }
}

/** What the launcher shows now. */
export interface Face {
  readonly locale: Locale
  readonly state: 'closed' | 'busy' | 'opened' | 'failed'
  readonly unread: number
}

/** What the loader gives the panel: a place to draw, and the only ways it may touch anything outside. */
export interface Shell {
  readonly server: string
  readonly settings: Settings
  readonly shadow: ShadowRoot
  readonly frame: HTMLElement
  open(): void
  close(): void
  setFace(change: Partial<Face>): void
  setAccent(accent?: string): void
  emit<E extends keyof PageEvents>(name: E, detail?: PageEvents[E]): void
}

/** Commands that only the panel can carry out; those given before it is there are handed to it in their order. */
export type PanelCommand = 'connect' | 'send' | 'identify' | 'context' | 'locale' | 'shutdown'

export interface Panel {
  setOpen(open: boolean, focus: boolean): void
  run(command: PanelCommand, detail?: unknown): void
}

export interface PanelModule {
  readonly mountPanel: (shell: Shell) => Panel
}
