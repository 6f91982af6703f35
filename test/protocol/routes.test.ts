import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Router } from 'express'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { accessRoutes } from '../../src/http/api-access.ts'
import { accountRoutes } from '../../src/http/api-account.ts'
import { cannedReplyRoutes } from '../../src/http/api-canned-replies.ts'
import { caseRoutes } from '../../src/http/api-cases.ts'
import { customerRoutes } from '../../src/http/api-customers.ts'
import { deskRoutes } from '../../src/http/api-desk.ts'
import { editingRoutes } from '../../src/http/api-editing.ts'
import { editingIntentRoutes } from '../../src/http/api-editing-intents.ts'
import { figureTableRoutes } from '../../src/http/api-figure-tables.ts'
import { figureRoutes } from '../../src/http/api-figures.ts'
import { followUpRoutes } from '../../src/http/api-follow-ups.ts'
import { historyRoutes } from '../../src/http/api-history.ts'
import { knowledgeRoutes } from '../../src/http/api-knowledge.ts'
import { labelRoutes } from '../../src/http/api-labels.ts'
import { messageRoutes } from '../../src/http/api-messages.ts'
import { publicationRoutes } from '../../src/http/api-publications.ts'
import { reportRoutes } from '../../src/http/api-reports.ts'
import { settingsRoutes } from '../../src/http/api-settings.ts'
import { shopRoutes } from '../../src/http/api-shop.ts'
import { statusRoutes } from '../../src/http/api-status.ts'
import { taskRoutes } from '../../src/http/api-tasks.ts'
import { figureCsvRoutes } from '../../src/http/figure-csv.ts'
import { uploadRoutes } from '../../src/http/uploads.ts'
import type { HttpWorld } from '../../src/http/world.ts'
import { createLimiters } from '../../src/nodes/limiters.ts'
import { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { cellsIn, chapterOf, readDoc } from './read-doc.ts'

/** Enough of a world to build the routers; nothing is ever asked of it. */
const WORLD = {
  deps: { roster: { find: () => undefined } },
  limiters: createLimiters(),
  config: { apiKeys: [] },
} as unknown as HttpWorld

/** `GET /api/v1/agents/{id}` for every route that a router serves; a preflight is no route. */
function routesOf(router: Router): readonly string[] {
  return router.stack.flatMap(({ route }) => {
    const methods = route?.stack.map(({ method }) => method.toUpperCase()) ?? []
    const path = `/api/v1${route?.path}`.replace(/:(\w+)/g, '{$1}')
    return [...new Set(methods)].filter((method) => method !== 'OPTIONS').map((method) => `${method} ${path}`)
  })
}

describe('the HTTP API', () => {
  it('serves the routes of the registry, and no other', () => {
    const served = [
      accessRoutes,
      accountRoutes,
      deskRoutes,
      messageRoutes,
      caseRoutes,
      cannedReplyRoutes,
      editingRoutes,
      editingIntentRoutes,
      publicationRoutes,
      followUpRoutes,
      historyRoutes,
      labelRoutes,
      customerRoutes,
      settingsRoutes,
      reportRoutes,
      figureRoutes,
      figureTableRoutes,
      figureCsvRoutes,
      shopRoutes,
      uploadRoutes,
      knowledgeRoutes,
      taskRoutes,
      statusRoutes,
    ].flatMap((routes) => routesOf(routes(WORLD)))
    const registered = Object.keys(HTTP_ROUTES).map((route) => route.split('?')[0])

    expect(served.toSorted()).toEqual(registered.toSorted())
  })
})

describe('the other addresses', () => {
  const source = ['app.ts', 'health-routes.ts', 'pages.ts', 'api-pages.ts']
    .map((file) => readFileSync(join(ROOT, 'src', 'http', file), 'utf8'))
    .join()
  const written = [...source.matchAll(/\b(?:app|router)\.(?:get|use)\(\[?((?:'\/[^']*'(?:, )?)+)/g)]
  const paths = written.flatMap(([, list = '']) => list.split(', ').map((path) => path.replace(/^'|'$/g, '')))
  const own = [...new Set(paths)].filter((path) => !['/{*page}', '/api/v1', ''].includes(path))
  const documented = cellsIn(chapterOf(readDoc('protocol.md'), 'Other addresses')).map(([address = '']) =>
    address.replace(/^`GET (.*)`$/, '$1'),
  )

  it('are all in docs/protocol.md', () => {
    const missing = own.filter((path) => {
      const wanted = path.replace(/:(\w+)/g, '{$1}')
      return !documented.some((address) => address.endsWith(wanted) || address.includes(`${wanted}/`))
    })

    expect(own.length).toBeGreaterThan(10)
    expect(missing).toEqual([])
  })

  it('are all in the code', () => {
    const unknown = documented.filter((address) => {
      const asWritten = address.replace(/\{(path|page)\}$/, '').replace(/\{(\w+)\}/g, ':$1')
      const bare = asWritten.length > 1 ? asWritten.replace(/\/$/, '') : asWritten
      return !own.some((path) => bare === path || bare.endsWith(path))
    })

    expect(unknown).toEqual([])
  })
})
