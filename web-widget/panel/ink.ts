import { type Rgb, toInkOn } from '../core/contrast.ts'

const LIGHT_SURFACE = [247, 245, 243] as const
const DARK_SURFACE = [51, 46, 42] as const

/** The accent as a colour of text: moved until it can be read on light and on dark. */
export function setInk(frame: HTMLElement): void {
  const accent = frame.style.getPropertyValue('--accent').match(/\d+/g)?.map(Number) as unknown as Rgb
  frame.style.setProperty('--ink-on-light', toInkOn(LIGHT_SURFACE, accent))
  frame.style.setProperty('--ink-on-dark', toInkOn(DARK_SURFACE, accent))
}
