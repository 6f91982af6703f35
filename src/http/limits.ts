import type { RequestHandler } from 'express'
import { addressKey } from '../domain/sign-in.ts'
import type { Limiter } from '../ports/world.ts'

/** At most so many requests from one address; beyond, `too_many` with the seconds to wait. */
export function limitByAddress(limit: Limiter): RequestHandler {
  return async (request, _response, next) => {
    await limit(addressKey(request.ip ?? ''))
    next()
  }
}
