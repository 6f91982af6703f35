import { type Request, Router } from 'express'
import { LOCALES, type Locale } from '../domain/localized-text.ts'
import { toOpenApi } from './openapi/document.ts'
import { renderApiPage } from './openapi/page.ts'
import { API_CSS } from './openapi/page-css.ts'
import type { HttpWorld } from './world.ts'

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The HTTP API described, for programs and for people. Whoever may call it or not may read it. */
export function apiPages({ deps, config }: HttpWorld): Router {
  const router = Router()
  const localeOf = (request: Request): Locale =>
    LOCALES.find((one) => one === request.query['lang']) ?? deps.live.current().knowledge.shop.language

  router.get('/openapi.json', (request, response) => {
    // Tools in a browser fetch it from another page; there is nothing in it that this would give away.
    response.setHeader('access-control-allow-origin', '*')
    response.json(toOpenApi(localeOf(request), config.publicUrl))
  })
  router.get('/api.css', (_request, response) => {
    response.type('css').send(API_CSS)
  })
  router.get('/api', (request, response) => {
    response.setHeader('content-security-policy', POLICY)
    response.type('html').send(renderApiPage(localeOf(request), config.publicUrl))
  })
  return router
}
