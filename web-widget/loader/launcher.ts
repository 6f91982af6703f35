import type { Face } from '../contract.ts'
import { parseHex, type Rgb, toTextOn } from '../core/contrast.ts'
import { launcherEn } from '../core/texts-en.ts'
import { launcherZh } from '../core/texts-zh.ts'
import css from './launcher.css?inline'

/** White can be read on it, which many shops' brighter orange does not allow. */
const DEFAULT_ACCENT: Rgb = [200, 64, 10]

/** The page may style our element with `!important` as well; its `style` attribute still wins. */
const HOST_STYLE = 'all:initial!important;position:fixed!important;z-index:2147483000!important;direction:ltr!important'

/** Draws the round button in a shadow root of its own; the page's style sheets end at its border. */
export function drawLauncher(position: string) {
  const host = document.createElement('xiaoer-widget')
  host.style.cssText = HOST_STYLE
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]

  const frame = document.createElement('div')
  const button = document.createElement('button')
  const badge = document.createElement('span')
  // Drawn by its style sheet: no picture to load, no markup for a strict page to object to.
  const icon = document.createElement('i')
  button.className = 'launcher'
  badge.className = 'badge'
  button.append(icon, badge)
  frame.append(button)
  shadow.append(frame)

  return {
    host,
    shadow,
    frame,
    button,
    show({ locale, state, unread }: Face) {
      const texts = locale === 'zh' ? launcherZh : launcherEn
      const isOpen = state === 'opened' || state === 'busy'
      frame.className = `frame ${position} ${state}`
      frame.lang = locale
      button.ariaLabel =
        state === 'failed' ? texts.failed : isOpen ? texts.close : unread ? texts.unread(unread) : texts.open
      button.ariaExpanded = `${isOpen}`
      badge.textContent = `${unread || ''}`
    },
    setVisible(visible: boolean) {
      host.style.setProperty('display', visible ? 'initial' : 'none', 'important')
    },
    setAccent(accent = '') {
      const rgb = parseHex(accent) ?? DEFAULT_ACCENT
      frame.style.setProperty('--accent', `rgb(${rgb})`)
      frame.style.setProperty('--on-accent', toTextOn(rgb))
    },
  }
}
