import { Router } from 'express'
import { AppError } from '../domain/errors.ts'
import type { HttpWorld } from './world.ts'

/** `live`: the process runs. `ready`: it can store messages. By itself: everything that serving needs, one by one. */
export function healthRoutes({ deps, health }: HttpWorld): Router {
  const router = Router()
  router.get('/', async (_request, response) => {
    const report = await health.read()
    response.setHeader('cache-control', 'no-store')
    response.status(report.status === 'ok' ? 200 : 503).json(report)
  })
  router.get('/live', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/ready', async (_request, response) => {
    try {
      await deps.storage.ping()
    } catch (error) {
      deps.log.error({ error }, 'the database does not answer')
      throw new AppError('unavailable')
    }
    response.json({ status: 'ok', knowledge: deps.live.current().knowledge.version })
  })
  return router
}
