import type { Request, RequestHandler } from 'express'
import { AppError } from '../domain/errors.ts'
import { hashOf, hasKey } from './api-key.ts'
import type { HttpWorld } from './world.ts'

const WRONG_TOKEN = 'Send the value of METRICS_TOKEN as `Authorization: Bearer <token>`.'
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/
/** What a proxy says of whom it speaks for: then the request does not come from this machine. */
const FORWARDING = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** Prometheus' text. With a token: for whoever has it; without: for this machine alone, and nobody else learns that it is there. */
export function metricsRoute({ metrics, config }: HttpWorld): RequestHandler {
  const hashes = config.metricsToken === undefined ? [] : [hashOf(config.metricsToken)]
  return async (request, response) => {
    if (hashes.length === 0 && !isOfThisMachine(request)) throw new AppError('not_found')
    if (hashes.length > 0 && !hasKey(request, hashes)) {
      response.setHeader('www-authenticate', 'Bearer')
      throw new AppError('api_key_invalid', { message: WRONG_TOKEN })
    }
    const { contentType, text } = await metrics.render()
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', contentType)
    response.end(text)
  }
}

function isOfThisMachine(request: Request): boolean {
  return (
    LOOPBACK.test(request.socket.remoteAddress ?? '') &&
    LOCAL_HOST.test(request.get('host') ?? '') &&
    FORWARDING.every((name) => request.get(name) === undefined)
  )
}
