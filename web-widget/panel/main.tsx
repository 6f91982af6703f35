import { render } from 'preact'
import type { Panel, PanelCommand, Shell } from '../contract.ts'
import { OPEN_KEY } from '../core/keys.ts'
import { parseContext } from '../core/page-context.ts'
import type { Locale } from '../core/wire.ts'
import { setInk } from './ink.ts'
import { createPageBehind } from './page-behind.ts'
import css from './panel.css?inline'
import { followKeyboard, PHONE } from './phone.ts'
import { Session } from './session/session.ts'
import { App } from './ui/app.tsx'

/** Draws the panel into the loader's shadow root. Nothing is sent anywhere before it is opened or told to connect. */
export function mountPanel(shell: Shell): Panel {
  const { shadow, frame, settings } = shell
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets.push(sheet)
  const place = document.createElement('div')
  frame.append(place)
  const setBehind = createPageBehind(shadow.host)

  const draw = () => {
    const { state } = session
    const modal = state.open && PHONE.matches
    if (!settings.accent && state.shop) shell.setAccent(state.shop.accent)
    setInk(frame)
    setBehind(modal)
    render(<App state={state} session={session} shell={shell} modal={modal} />, place)
  }
  const session = new Session({
    server: shell.server,
    locale: settings.locale,
    identity: settings.identity,
    onChange: draw,
    emit(name, detail) {
      if (name === 'unread') shell.setFace({ unread: (detail as { count: number }).count })
      shell.emit(name, detail)
    },
  })
  draw()
  PHONE.addEventListener('change', draw)
  followKeyboard(frame)

  return {
    run: (command, detail) => COMMANDS[command](session, detail),
    setOpen(open, focus) {
      session.setOpen(open)
      rememberOpen(open)
      // Drawn now, not in a moment: a hidden field takes no focus.
      draw()
      if (open && focus) focusPanel(place)
    },
  }
}

/** What the page asked for. It comes from outside of our types, so each detail is looked at before it is used. */
const COMMANDS: Readonly<Record<PanelCommand, (session: Session, detail: unknown) => void>> = {
  connect: (session) => session.start(),
  send(session, detail) {
    if (typeof detail === 'string' && detail.trim()) session.send({ kind: 'text', text: detail.trim() })
  },
  identify(session, detail) {
    const identity = typeof detail === 'string' ? detail : (detail as { identity?: string } | undefined)?.identity
    void session.identify(identity)
  },
  context: (session, detail) => session.setContext(parseContext(detail)),
  locale: (session, detail) => session.setLocale(detail as Locale),
  shutdown: (session) => session.forget(),
}

function rememberOpen(open: boolean): void {
  try {
    sessionStorage.setItem(OPEN_KEY, open ? '1' : '')
  } catch {
    // Without storage the next page starts closed, and nothing else is lost.
  }
}

/** On a phone the focus goes to the dialog: the keyboard would hide what the shopper came to read. */
function focusPanel(place: HTMLElement): void {
  const target = place.querySelector<HTMLElement>(PHONE.matches ? '.panel' : '.input')
  target?.focus({ preventScroll: true })
}
