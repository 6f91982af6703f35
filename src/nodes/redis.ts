import { createClient } from '@redis/client'
import type { Log } from '../ports/world.ts'

/** A Redis that answers nothing for so long is away. Readers hear at least an empty answer in less. */
const SILENCE_MILLISECONDS = 6000
const PING_MILLISECONDS = 2000
const MOST_BETWEEN_TRIES = 1000

export type Redis = ReturnType<typeof openRedis>

/** A connection that comes back by itself. While it is away, what is asked of it is refused at once: Redis is a hint, and nobody waits for it. */
export function openRedis(url: string, log: Log, name: string) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_MILLISECONDS,
    socket: {
      socketTimeout: SILENCE_MILLISECONDS,
      connectTimeout: 3000,
      reconnectStrategy: (tries) => Math.min(100 * (tries + 1), MOST_BETWEEN_TRIES),
    },
  })
  // Told once, not at every try. Without a listener the first error would end the process.
  let away = false
  client.on('error', (error: unknown) => {
    if (!away) log.warn({ connection: name, error }, 'Redis is away; the database alone serves')
    away = true
  })
  client.on('ready', () => {
    if (away) log.info({ connection: name }, 'Redis is back')
    away = false
  })
  client.connect().catch(() => undefined)
  return client
}

export function isReady(client: Redis): Promise<boolean> {
  return new Promise((resolve) => {
    if (client.isReady) return resolve(true)
    const late = setTimeout(() => resolve(client.isReady), 2000)
    client.once('ready', () => {
      clearTimeout(late)
      resolve(true)
    })
  })
}
