import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { AppError } from '../domain/errors.ts'

const NO_KEY =
  'This server has no API key yet. Set XIAOER_API_KEY (32 characters or more, for example from `openssl rand -hex 32`) ' +
  'in its environment, start it anew, and send the same as `Authorization: Bearer <key>`.'

/** Lets through whoever has one of the keys. They are compared by hash: neither time nor length tells anything of them. */
export function requireApiKey(keys: readonly string[]): RequestHandler {
  const hashes = keys.map(hashOf)
  return (request, response, next) => {
    response.setHeader('www-authenticate', 'Bearer')
    if (hashes.length === 0) throw new AppError('api_key_invalid', { message: NO_KEY })

    if (!hasKey(request, hashes)) throw new AppError('api_key_invalid')

    response.removeHeader('www-authenticate')
    next()
  }
}

/** Whether it brings one of the keys whose hashes these are. */
export function hasKey(request: Request, hashes: readonly Buffer[]): boolean {
  const given = hashOf(/^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1] ?? '')
  return hashes.map((hash) => timingSafeEqual(hash, given)).includes(true)
}

export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
