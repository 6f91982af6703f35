import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../domain/errors.ts'
import { addressKey } from '../domain/sign-in.ts'

/** At most so many requests from one address; beyond, `too_many` with the seconds to wait. */
export function limitByAddress(rate: { points: number; seconds: number }): RequestHandler {
  const limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds })
  return async (request, _response, next) => {
    try {
      await limiter.consume(addressKey(request.ip ?? ''))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new AppError('too_many', { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) })
    }
    next()
  }
}
