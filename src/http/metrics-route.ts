import type { Request, RequestHandler } from 'express'
import { checkApiKey } from '../actions/api-keys/check-api-key.ts'
import { AppError } from '../domain/errors.ts'
import { hashOf, hasKey, keyOf } from './api-key.ts'
import type { HttpWorld } from './world.ts'

const WRONG_TOKEN =
  'Send the value of METRICS_TOKEN, or an API key that may read the metrics, as `Authorization: Bearer <token>`.'
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/
/** What a proxy says of whom it speaks for: then the request does not come from this machine. */
const FORWARDING = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** Prometheus' text: for whoever has the token or a key with that right; without a token also for this machine, and nobody else learns that it is there. */
export function metricsRoute({ metrics, config, deps }: HttpWorld): RequestHandler {
  const hashes = config.metricsToken === undefined ? [] : [hashOf(config.metricsToken)]
  const mayRead = async (request: Request) => {
    if (hashes.length === 0 ? isOfThisMachine(request) : hasKey(request, hashes)) return true
    return (await checkApiKey(deps, keyOf(request), 'metrics')) === 'ok'
  }
  return async (request, response) => {
    const known = await mayRead(request)
    if (!known && hashes.length === 0) throw new AppError('not_found')
    if (!known) {
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
