/// <reference lib="dom" />
import { vi } from 'vitest'

/** As much of a browser's page as the console needs when it draws nothing. */
export interface Page {
  /** Where its requests go from now on, as after a navigation. */
  goTo(host: string): void
  close(): void
}

export function openPage(): Page {
  const ask = globalThis.fetch
  let origin = ''
  const kept = new Map<string, string>()
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => ask(new URL(path, origin || undefined), init))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return {
    goTo: (host) => {
      origin = `http://${host}`
      const [hostname, port] = host.split(':')
      vi.stubGlobal('location', { protocol: 'http:', host, hostname, port })
      kept.clear()
    },
    close: () => vi.unstubAllGlobals(),
  }
}
