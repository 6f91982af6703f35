import type { Settings } from '../contract.ts'
import { toLocale } from '../core/texts.ts'

/** As the shop writes them: in `window.xiaoerSettings` or as `data-*` on the script tag, where everything is text. */
export interface RawSettings {
  readonly locale?: string
  readonly accent?: string
  readonly position?: string
  readonly identity?: string
  readonly open?: boolean | string
}

export function parseSettings({ locale, accent, position, identity, open = 'false' }: RawSettings): Settings {
  return {
    locale: toLocale(locale, document.documentElement.lang, navigator.language),
    accent,
    position: position === 'left' ? 'left' : 'right',
    identity,
    // A bare `data-open` is an empty text, and means yes.
    open: `${open}` !== 'false',
  }
}
