import type { Face, Panel, PanelCommand, PanelModule, Settings, Shell } from '../contract.ts'
import { OPEN_KEY, RETURNING_KEY } from '../core/keys.ts'
import { toLocale } from '../core/texts.ts'
import { drawLauncher } from './launcher.ts'
import { createEvents } from './page-events.ts'

/** The panel's address relative to this script; the build puts it in. */
declare const PANEL_PATH: string

/** The widget before its panel: a button, and everything the page may ask for, fetched only when asked for. */
export function createWidget(scriptUrl: string, settings: Settings) {
  const launcher = drawLauncher(settings.position)
  const events = createEvents()
  const early: (readonly [PanelCommand, unknown])[] = []
  let face: Face = { locale: settings.locale, state: 'closed', unread: 0 }
  let wanted = false
  let panel: Panel | undefined
  let loading: Promise<void> | undefined
  let attempts = 0

  const shell: Shell = {
    server: new URL(scriptUrl).origin,
    settings,
    shadow: launcher.shadow,
    frame: launcher.frame,
    open: () => setOpen(true),
    close: () => setOpen(false),
    setFace(change) {
      face = { ...face, ...change }
      launcher.show(face)
    },
    setAccent: launcher.setAccent,
    emit: events.emit,
  }

  async function fetchPanel(): Promise<void> {
    // Some browsers remember a failed import for ever; another address makes them try again.
    const url = new URL(PANEL_PATH + (attempts ? `?${attempts}` : ''), scriptUrl).href
    attempts += 1
    try {
      const { mountPanel } = (await import(/* @vite-ignore */ url)) as PanelModule
      const mounted = mountPanel(shell)
      for (const [command, detail] of early) mounted.run(command, detail)
      panel = mounted
    } catch (error) {
      console.error('Xiaoer', error)
      loading = undefined
      wanted = false
      shell.setFace({ state: 'failed' })
    }
  }

  function load(): Promise<void> {
    loading ??= fetchPanel()
    return loading
  }

  async function setOpen(open: boolean, focus = true): Promise<void> {
    if (open === wanted) return
    wanted = open
    shell.setFace({ state: open ? (panel ? 'opened' : 'busy') : 'closed' })
    if (open) await load()
    // It may have been closed, or have failed to load, while it was on its way.
    if (open !== wanted) return
    if (open) shell.setFace({ state: 'opened' })
    panel?.setOpen(open, focus)
    events.emit(open ? 'open' : 'close')
    // By now the element that had the focus is hidden, and the focus fell back to the page.
    if (!open && (launcher.shadow.activeElement || document.activeElement === document.body)) launcher.button.focus()
  }

  function pass(command: PanelCommand, detail?: unknown): void {
    if (panel) panel.run(command, detail)
    else early.push([command, detail])
  }

  const commands = {
    open: shell.open,
    close: shell.close,
    toggle: () => setOpen(!wanted),
    show: () => launcher.setVisible(true),
    hide: () => {
      launcher.setVisible(false)
      shell.close()
    },
    identify: (who: unknown) => pass('identify', who),
    context: (context: unknown) => pass('context', context),
    send(text: unknown) {
      pass('send', text)
      return setOpen(true)
    },
    locale(name: string) {
      const locale = toLocale(name)
      shell.setFace({ locale })
      pass('locale', locale)
    },
    on: events.on,
    shutdown() {
      pass('shutdown')
      void setOpen(false)
      // Only the panel knows all that has to be forgotten; it is fetched even if nobody has opened it.
      return load()
    },
  }

  function start(): void {
    launcher.setAccent(settings.accent)
    shell.setFace({})
    document.body.append(launcher.host)
    launcher.button.onclick = commands.toggle
    launcher.button.onpointerenter = load
    launcher.button.onfocus = load
    let returning: unknown
    let open = settings.open
    try {
      // Whoever was chatting on the last page goes on here; on a phone the page itself comes first.
      open ||= innerWidth > 520 && sessionStorage[OPEN_KEY]
      returning = localStorage[RETURNING_KEY]
    } catch {
      // Storage is forbidden here: then everybody is new.
    }
    if (open) void setOpen(true, false)
    else if (returning) {
      pass('connect')
      // Safari has no `requestIdleCallback`.
      ;(window.requestIdleCallback ?? setTimeout)(load)
    }
  }

  return { commands, start, emit: events.emit }
}
