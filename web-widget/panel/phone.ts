/** Where the panel fills the screen; the same width stands in panel.css. */
export const PHONE = matchMedia('(max-width: 520px)')

const KEYBOARD_PX = 60

/** `100dvh` does not shrink for a phone's keyboard; the visual viewport does. */
export function followKeyboard(frame: HTMLElement): void {
  const viewport = window.visualViewport
  const follow = () => {
    if (!viewport) return
    const covered = PHONE.matches && viewport.scale === 1 && innerHeight - viewport.height > KEYBOARD_PX
    frame.style.setProperty('--height', covered ? `${viewport.height}px` : '100dvh')
    frame.style.setProperty('--top', covered ? `${viewport.offsetTop}px` : '0px')
  }
  viewport?.addEventListener('resize', follow)
  viewport?.addEventListener('scroll', follow)
}
