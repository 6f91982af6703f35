import { Router } from 'express'
import { editShopFile, readShopFile, type ShopFileRead } from '../actions/settings/edit-shop-file.ts'
import type { YamlEdit } from '../ports/knowledge-editing.ts'
import { toProblemView } from '../protocol/editing-views.ts'
import { type ShopFileEdit, ShopFilePatch, type ShopFileView } from '../protocol/shop-file.ts'
import { invalidInput, parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** shop.yaml by forms: what is saved goes into the draft of the knowledge, and is published with it. */
export function shopFileRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/settings/shop', requireAgent(world))

  router.get('/settings/shop', async (_request, response) => {
    response.json(toView(await readShopFile(deps, localsOf(response).agent)))
  })
  router.patch('/settings/shop', async (request, response) => {
    const { edits, seen } = parseBody(ShopFilePatch, request)
    const wish = { edits: edits.map(toEdit), seen }
    response.json(toView(await editShopFile(deps, localsOf(response).agent, wish)))
  })
  return router
}

function toView({ data, seen, changed, problems }: ShopFileRead): ShopFileView {
  const json = JSON.stringify(data ?? {})
  return { json, changed, problems: problems.map(toProblemView), ...(seen !== undefined && { seen }) }
}

function toEdit({ path, json }: ShopFileEdit): YamlEdit {
  if (json === undefined) return { path }
  try {
    return { path, value: JSON.parse(json) as unknown }
  } catch {
    throw invalidInput(`json: the value of ${path.join('.')} is no JSON`)
  }
}
