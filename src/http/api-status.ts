import { Router } from 'express'
import { requireRole } from '../domain/agent.ts'
import { toSystemStatus } from '../protocol/status.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What /health and the metrics say, for supervisors and owners. */
export function statusRoutes(world: HttpWorld): Router {
  const router = Router()
  router.get('/status', requireAgent(world), async (_request, response) => {
    requireRole(localsOf(response).agent, 'supervisor')
    const [health, summary] = await Promise.all([world.health.read(), world.metrics.summary()])
    response.json(toSystemStatus(health, summary))
  })
  return router
}
