import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../domain/errors.ts'
import type { Limiters } from '../ports/world.ts'
import type { Redis } from './redis.ts'

/** A message waits no longer than this for a count. */
const PATIENCE_MILLISECONDS = 250
/** After that, Redis is not asked again for so long. */
const REST_MILLISECONDS = 2000

/** Counts in Redis for all nodes together; in this process alone where there is none, or while it is away. */
export function createLimiters(shared?: { readonly redis: Redis; readonly prefix: string }): Limiters {
  let restUntil = 0

  return {
    create: (name, { points, seconds }) => {
      const here = new RateLimiterMemory({ points, duration: seconds })
      const everywhere =
        shared &&
        new RateLimiterRedis({
          storeClient: shared.redis,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
          keyPrefix: `${shared.prefix}:limit:${name}`,
          points,
          duration: seconds,
          insuranceLimiter: here,
        })
      const consume = async (key: string) => {
        if (!everywhere || performance.now() < restUntil) return here.consume(key)
        return withinPatience(everywhere.consume(key), () => {
          restUntil = performance.now() + REST_MILLISECONDS
          return here.consume(key)
        })
      }
      return async (key) => {
        try {
          await consume(key)
        } catch (refusal) {
          if (!(refusal instanceof RateLimiterRes)) throw refusal
          throw new AppError('too_many', { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) })
        }
      }
    },
  }
}

function withinPatience<T>(asked: Promise<T>, instead: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => instead().then(resolve, reject), PATIENCE_MILLISECONDS)
    asked.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
