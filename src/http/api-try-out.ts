import { Router } from 'express'
import { findShoppers } from '../actions/knowledge/find-shoppers.ts'
import { learnRows } from '../actions/knowledge/learn-rows.ts'
import { tryRows } from '../actions/knowledge/try-rows.ts'
import { tryTalk } from '../actions/knowledge/try-talk.ts'
import {
  RowsDraft,
  type RowsLearnt,
  RowsToLearn,
  ShopperQuery,
  TalkDraft,
  type TriedTalkView,
  toFoundRows,
  toShopperView,
  toTriedTurnView,
} from '../protocol/try-out.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Where those who write the knowledge try it as a shopper would. */
export function tryOutRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/knowledge/try', requireAgent(world))

  router.post('/knowledge/try', async (request, response) => {
    const tried = await tryTalk(deps, localsOf(response).agent, parseBody(TalkDraft, request))
    response.json({
      turns: tried.turns.map((turn) => toTriedTurnView(turn, tried.knowledge)),
      version: tried.knowledge.version,
      at: tried.at,
      timeZone: tried.knowledge.shop.timeZone,
    } satisfies TriedTalkView)
  })
  router.post('/knowledge/try/rows', async (request, response) => {
    const { rows, knowledge } = await tryRows(deps, localsOf(response).agent, parseBody(RowsDraft, request))
    response.json(toFoundRows(rows, knowledge))
  })
  router.post('/knowledge/try/examples', async (request, response) => {
    const { rows } = parseBody(RowsToLearn, request)
    response.json((await learnRows(deps, localsOf(response).agent, rows)) satisfies RowsLearnt)
  })
  router.get('/knowledge/try/shoppers', async (request, response) => {
    const { q } = parseInput(ShopperQuery, request.query)
    const found = await findShoppers(deps, localsOf(response).agent, q)
    response.json({ shoppers: found.map(toShopperView) })
  })
  return router
}
