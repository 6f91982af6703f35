import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { ShopError } from '../../ports/shop-connector.ts'
import type { Clock } from '../../ports/world.ts'
import { ShopKey } from '../../protocol/shop-data.ts'
import { createGuardedFetch, type Fetch } from '../guarded-fetch.ts'
import { createAnswerCache } from './answer-cache.ts'
import { createBreaker } from './breaker.ts'
import { getJson, isOutage, type ShopApi } from './get-json.ts'

const SECOND = 1000

export interface World {
  readonly clock: Clock
  readonly fetch?: Fetch
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** One of the calls of docs/connector.md, for one thing. */
interface Request<T> {
  /** `/orders/{number}`: names the call in errors. */
  readonly path: string
  /** What stands for the braces. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly schema: z.ZodType<T>
}

export interface Asker {
  /** Asks the shop, whatever is remembered. */
  pull<T>(request: Request<T>): Promise<T | undefined>
  /** Asks the shop, unless the answer is remembered from the last so many seconds. */
  ask<T>(request: Request<T>, seconds: number): Promise<T | undefined>
}

export function createAsker(api: ShopApi, world: World): Asker {
  const wire = { fetch: world.fetch ?? createGuardedFetch(api), pause: world.pause ?? pause }
  const cache = createAnswerCache(world.clock)
  const breaker = createBreaker(world.clock, isOutage)

  const pullFrom = async <T>(url: string, { path, schema }: Request<T>): Promise<T | undefined> => {
    const call = `GET ${path}`
    const json = await breaker.run(
      () => getJson(api, wire, { call, url }),
      () => {
        throw new ShopError(call, 'resting', { text: 'not asked, the shop has failed several times running' })
      },
    )
    return json === undefined ? undefined : parseAnswer(call, schema, json)
  }

  return {
    pull: async (request) => {
      const url = toUrl(api.url, request)
      return url === undefined ? undefined : pullFrom(url, request)
    },
    ask: async (request, seconds) => {
      const url = toUrl(api.url, request)
      return url === undefined ? undefined : cache.through(url, seconds * SECOND, () => pullFrom(url, request))
    },
  }
}

/** Would leave the path that it stands in, at a server that reads `%2F` as a slash; or is no text at all. */
const NO_SEGMENT = /(?:^|[\\/])\.{1,2}(?:[\\/]|$)|[\p{Cc}\p{Cs}]/u

/** Undefined where the key cannot be one of the shop's: then nobody is asked. */
function toUrl<T>(base: string, { path, key, query }: Request<T>): string | undefined {
  if (key !== undefined && (!ShopKey.safeParse(key).success || NO_SEGMENT.test(key))) return undefined

  const filled = path.replace(/\{\w+\}/, () => encodeURIComponent(key ?? ''))
  return query ? `${base}${filled}?${new URLSearchParams(query)}` : base + filled
}

function parseAnswer<T>(call: string, schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data

  const [issue] = result.error.issues
  const field = issue?.path.map(String).join('.') || 'the answer'
  throw new ShopError(call, 'invalid', { text: `${field}: ${issue?.message}` })
}
