/** A tab that was hidden for less long has heard everything. */
const ASLEEP = 20_000

/** Calls back when the tab may have slept: it was frozen, kept in the back-forward cache, or hidden for a while. */
export function onWakeUp(awake: () => void): () => void {
  let hiddenAt: number | undefined
  const look = () => {
    if (document.hidden) {
      hiddenAt = Date.now()
      return
    }
    if (hiddenAt !== undefined && Date.now() - hiddenAt > ASLEEP) awake()
    hiddenAt = undefined
  }
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) awake()
  }
  document.addEventListener('visibilitychange', look)
  document.addEventListener('resume', awake)
  window.addEventListener('pageshow', restored)
  return () => {
    document.removeEventListener('visibilitychange', look)
    document.removeEventListener('resume', awake)
    window.removeEventListener('pageshow', restored)
  }
}
