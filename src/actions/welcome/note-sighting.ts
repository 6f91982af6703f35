import type { Deps } from '../deps.ts'

/** One write per origin and minute is enough to say when it was seen last. */
const MINUTE = 60_000
/** Anybody can claim to be a page: no more of them than a shop has. */
const MOST_ORIGINS = 50
const MOST_CHARACTERS = 300

/** Remembers on which pages the widget was loaded. What it is told may be made up: it is shown to owners and trusted by nobody. */
export function createSightings(deps: Pick<Deps, 'storage' | 'clock' | 'log'>): (page: string | undefined) => void {
  const seen = new Map<string, number>()
  return (page) => {
    if (page === undefined || !URL.canParse(page)) return
    const { origin, protocol, pathname } = new URL(page)
    if (protocol !== 'https:' && protocol !== 'http:') return
    const at = deps.clock.now()
    if (at - (seen.get(origin) ?? 0) < MINUTE) return
    if (seen.size >= MOST_ORIGINS && !seen.has(origin)) seen.delete([...seen.keys()][0] ?? '')

    seen.set(origin, at)
    const url = `${origin}${pathname}`.slice(0, MOST_CHARACTERS)
    deps.storage.welcome.noteSighting({ origin, url, at }).catch((error: unknown) => {
      deps.log.warn({ error }, 'a page with the widget could not be noted')
    })
  }
}
