/** Puts the page behind a full-screen panel out of reach, and gives it back as it was. */
export function createPageBehind(host: Element): (behind: boolean) => void {
  let silenced: HTMLElement[] = []
  let isBehind = false
  let overflow = ''

  return (behind) => {
    if (behind === isBehind) return
    isBehind = behind
    const { style } = document.documentElement
    if (behind) {
      overflow = style.overflow
      const around = [...document.body.children] as HTMLElement[]
      // What the shop has made inert itself stays so afterwards.
      silenced = around.filter((element) => element !== host && !element.inert)
    }
    for (const element of silenced) element.inert = behind
    style.overflow = behind ? 'hidden' : overflow
  }
}
