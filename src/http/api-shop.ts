import express, { type Request, type RequestHandler, Router } from 'express'
import { saveBatch } from '../actions/shop-data/save-batch.ts'
import type { ShopDataDeps } from '../actions/shop-data/shop-data-deps.ts'
import { SHOP_DATA_KINDS, type ShopDataKind } from '../domain/shop-data.ts'
import type { Saved } from '../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../protocol/shop-data-to-domain.ts'
import { requireApiKey } from './api-key.ts'
import { receiveBulk } from './bulk.ts'
import { limitByAddress } from './limits.ts'
import { invalidInput, parseInput } from './parse-body.ts'
import type { HttpWorld } from './world.ts'

/** Whoever has more to tell sends many in one request. */
const PUSHES = { points: 600, seconds: 60 }
const MAX_BODY = '1mb'

/**
 * The shop's own system tells what it knows. Each route guards itself: other methods on the same paths belong to
 * agents with a cookie, and must find neither this key nor these limits.
 */
export function shopRoutes(world: HttpWorld): Router {
  const { deps, limiters } = world
  const router = Router()
  const guards = [limitByAddress(limiters.create('pushes', PUSHES)), requireApiKey(world, 'shop_data')]
  for (const kind of SHOP_DATA_KINDS) {
    router.put(`/${kind}/:id`, guards, express.json({ limit: MAX_BODY }), saveOne(deps, kind))
    router.post(`/${kind}/bulk`, guards, receiveBulk(deps, kind))
  }
  return router
}

function saveOne(deps: ShopDataDeps, kind: ShopDataKind): RequestHandler {
  return async (request, response) => {
    const id = String(request.params['id'])
    const [refusal] = await saveBatch(deps, {
      kind,
      items: [parseInput(SHOP_DATA[kind].form, bodyOf(request, kind, id))],
    })
    if (refusal) throw refusal.error
    response.json({ id } satisfies Saved)
  }
}

/** The path says which one it is; the body may say the same. */
function bodyOf(request: Request, kind: ShopDataKind, id: string): object {
  const body: unknown = request.body
  if (!request.is('json')) throw invalidInput('content-type: send application/json')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidInput('body: send one object')

  const { key } = SHOP_DATA[kind]
  const said = (body as Readonly<Record<string, unknown>>)[key]
  if (said !== undefined && said !== id)
    throw invalidInput(`${key}: the path says "${id}"; say the same here, or nothing`)
  return { ...body, [key]: id }
}
