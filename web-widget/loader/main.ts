import { parseSettings, type RawSettings } from './settings.ts'
import { createWidget } from './widget.ts'

/** A call made before this script ran. The stub of `README.md` keeps `undo` and `gone` on it for an early `on`. */
type Call = ArrayLike<unknown> & { undo?: unknown; gone?: boolean }
type Xiaoer = ((command: string, ...details: unknown[]) => unknown) & { q?: Call[]; loaded?: boolean }

declare global {
  interface Window {
    Xiaoer?: Xiaoer
    xiaoerSettings?: RawSettings
  }
}

function start(script: HTMLScriptElement): void {
  const widget = createWidget(script.src, parseSettings({ ...script.dataset, ...window.xiaoerSettings }))
  const commands = widget.commands as unknown as Record<string, (...details: unknown[]) => unknown>
  const early = window.Xiaoer?.q ?? []
  const run: Xiaoer = (command, ...details) => commands[command]?.(...details)
  run.loaded = true
  window.Xiaoer = run

  const begin = () => {
    widget.start()
    for (const call of early) if (!call.gone) call.undo = run(...(Array.from(call) as [string]))
    widget.emit('ready')
    document.dispatchEvent(new CustomEvent('xiaoer:ready', { bubbles: true }))
  }
  // An async script in the head may come before there is a body to draw in.
  if (document.body) begin()
  else addEventListener('DOMContentLoaded', begin)
}

// A page that includes the script twice still gets one widget.
if (!window.Xiaoer?.loaded) start(document.currentScript as HTMLScriptElement)
