import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { checkApiKey } from '../actions/api-keys/check-api-key.ts'
import type { ApiScope } from '../domain/api-key.ts'
import { AppError } from '../domain/errors.ts'
import type { HttpWorld } from './world.ts'

const NO_KEY =
  'This server has no API key of this kind. Set XIAOER_API_KEY (32 characters or more, for example from `openssl rand -hex 32`) ' +
  'in its environment and start it anew, or let an owner make a key in the console (Settings → API keys); then send the same as ' +
  '`Authorization: Bearer <key>`.'

/**
 * Lets through whoever has a key of the environment, which may do everything, or one of the console's with this right. Keys are compared
 * by hash: neither time nor length tells anything of them.
 */
export function requireApiKey({ deps, config }: HttpWorld, scope: ApiScope): RequestHandler {
  const hashes = config.apiKeys.map(hashOf)
  return async (request, response, next) => {
    response.setHeader('www-authenticate', 'Bearer')
    if (!hasKey(request, hashes)) {
      const outcome = await checkApiKey(deps, keyOf(request), scope)
      if (outcome === 'scope') throw new AppError('api_key_scope')
      if (outcome === 'unknown')
        throw new AppError('api_key_invalid', hashes.length === 0 ? { message: NO_KEY } : undefined)
    }
    response.removeHeader('www-authenticate')
    next()
  }
}

/** Whether it brings one of the keys whose hashes these are. */
export function hasKey(request: Request, hashes: readonly Buffer[]): boolean {
  const given = hashOf(keyOf(request))
  return hashes.map((hash) => timingSafeEqual(hash, given)).includes(true)
}

/** What the request brings as its key; empty where it brings none. */
export function keyOf(request: Request): string {
  return /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1] ?? ''
}

export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
