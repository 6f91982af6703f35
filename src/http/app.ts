import express, { type Express } from 'express'
import helmet from 'helmet'
import { AppError } from '../domain/errors.ts'
import { accessRoutes } from './api-access.ts'
import { accountRoutes } from './api-account.ts'
import { cannedReplyRoutes } from './api-canned-replies.ts'
import { caseRoutes } from './api-cases.ts'
import { customerRoutes } from './api-customers.ts'
import { deskRoutes } from './api-desk.ts'
import { editingRoutes } from './api-editing.ts'
import { editingIntentRoutes } from './api-editing-intents.ts'
import { figureTableRoutes } from './api-figure-tables.ts'
import { figureRoutes } from './api-figures.ts'
import { followUpRoutes } from './api-follow-ups.ts'
import { historyRoutes } from './api-history.ts'
import { knowledgeRoutes } from './api-knowledge.ts'
import { labelRoutes } from './api-labels.ts'
import { messageRoutes } from './api-messages.ts'
import { apiPages } from './api-pages.ts'
import { publicationRoutes } from './api-publications.ts'
import { reportRoutes } from './api-reports.ts'
import { settingsRoutes } from './api-settings.ts'
import { shopRoutes } from './api-shop.ts'
import { statusRoutes } from './api-status.ts'
import { taskRoutes } from './api-tasks.ts'
import { handleErrors } from './errors.ts'
import { figureCsvRoutes } from './figure-csv.ts'
import { healthRoutes } from './health-routes.ts'
import { metricsRoute } from './metrics-route.ts'
import { consolePages, demoPages, publicFiles } from './pages.ts'
import { serveUpload, uploadRoutes } from './uploads.ts'
import type { HttpWorld } from './world.ts'

const MAX_BODY = '64kb'

/** All that is served over HTTP. */
export function createHttpApp(world: HttpWorld): Express {
  const app = express()
  app.disable('x-powered-by')
  // One proxy of ours: what it says of the address counts, what a visitor claims does not.
  app.set('trust proxy', world.config.trustProxy ? 1 : false)
  app.use(
    helmet({
      // Each page sets its own policy; what sets none may load nothing.
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: world.config.publicUrl.startsWith('https://'),
    }),
  )
  app.use(refuseNul)
  app.use('/health', healthRoutes(world))
  app.get('/metrics', metricsRoute(world))
  app.use(publicFiles(world))
  app.get('/uploads/:name', serveUpload(world))
  app.use(apiPages(world))

  // Before the agents' routes: the shop's system has a key, no cookie, and larger bodies.
  app.use('/api/v1', noStore, shopRoutes(world))
  app.use('/api/v1', editingRoutes(world), editingIntentRoutes(world))
  app.use('/api/v1', express.json({ limit: MAX_BODY }))
  app.use(
    '/api/v1',
    uploadRoutes(world),
    accessRoutes(world),
    accountRoutes(world),
    deskRoutes(world),
    messageRoutes(world),
    caseRoutes(world),
    historyRoutes(world),
    labelRoutes(world),
    customerRoutes(world),
    followUpRoutes(world),
    cannedReplyRoutes(world),
    settingsRoutes(world),
    reportRoutes(world),
    figureRoutes(world),
    figureTableRoutes(world),
    figureCsvRoutes(world),
    knowledgeRoutes(world),
    publicationRoutes(world),
    taskRoutes(world),
    statusRoutes(world),
  )
  app.use('/console', consolePages(world))
  if (world.demo) app.use(demoPages(world))

  app.use(() => {
    throw new AppError('not_found')
  })
  app.use(handleErrors(world.deps.log))
  return app
}

/** No id, name or address of ours holds it, and PostgreSQL would not bear it. */
const refuseNul: express.RequestHandler = (request, _response, next) => {
  if (/%00/.test(request.url)) throw new AppError('not_found')
  next()
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store')
  next()
}
