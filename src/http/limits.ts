import type { RequestHandler } from 'express'
import type { Limiter } from '../ports/world.ts'

/** At most so many requests from one address; beyond, `too_many` with the seconds to wait. */
export function limitByAddress(limit: Limiter): RequestHandler {
  return async (request, _response, next) => {
    await limit(request.ip ?? '')
    next()
  }
}
