import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import sirv from 'sirv'
import { createSightings } from '../actions/welcome/note-sighting.ts'
import { AppError } from '../domain/errors.ts'
import { LOCALES, type Locale } from '../domain/localized-text.ts'
import { renderHome, renderNotFound, renderProduct } from './demo-shop/pages.ts'
import { SHOP_CSS } from './demo-shop/shop-css.ts'
import { SHOP_JS } from './demo-shop/shop-js.ts'
import { toHomeView, toNotFoundView, toProductView } from './demo-shop/views.ts'
import type { HttpWorld } from './world.ts'

const WEEK = 7 * 86_400
const YEAR = 365 * 86_400

/** The widget and the pictures: any page of the shop may load them. */
export function publicFiles({ config, deps }: HttpWorld): Router {
  const router = Router()
  const noteSighting = createSightings(deps)
  const shared: RequestHandler = (_request, response, next) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    next()
  }
  const files = sirv(config.publicDir, {
    etag: true,
    setHeaders: (response, path) => {
      // The loader keeps its name and must be fresh; what it loads has a hash in its name.
      response.setHeader(
        'cache-control',
        path === '/widget.js' ? 'public, max-age=300' : `public, max-age=${YEAR}, immutable`,
      )
    },
  })
  router.use(['/widget.js', '/widget'], shared, (request, response, next) => {
    if (request.baseUrl === '/widget.js') noteSighting(request.get('referer'))
    request.url = request.originalUrl
    files(request, response, next)
  })
  router.use('/media', shared, sandboxed, sirv(config.mediaDir, { dev: true, maxAge: WEEK }))
  return router
}

/** A drawing may hold scripts and styles; opened by itself it must not run them here. Attributes like `fill` do without either. */
const sandboxed: RequestHandler = (_request, response, next) => {
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  next()
}

/** The console: one page, a nonce for its style sheets on each load. */
export function consolePages({ config }: HttpWorld): Router {
  const router = Router()
  const folder = join(config.publicDir, 'console')
  router.use('/assets', sirv(join(folder, 'assets'), { immutable: true, maxAge: YEAR }))
  router.get('/{*page}', async (_request, response) => {
    const nonce = randomBytes(16).toString('base64')
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    response.setHeader('content-security-policy', consolePolicy(nonce))
    response.setHeader('cache-control', 'no-store')
    response.type('html').send(page.replaceAll('__CSP_NONCE__', nonce))
  })
  return router
}

function consolePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const SHOP_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The demo shop: a page to try the widget on. */
export function demoPages(world: HttpWorld): Router {
  const { deps, demo } = world
  const router = Router()
  const people = demo?.customers ?? []
  const send = (response: Response, page: string, status = 200) => {
    response.setHeader('content-security-policy', SHOP_POLICY)
    response.status(status).type('html').send(page)
  }
  const localeOf = (request: Request): Locale =>
    LOCALES.find((one) => one === request.query['lang']) ?? deps.live.current().knowledge.shop.language

  router.get('/shop.css', (_request, response) => {
    response.type('css').send(SHOP_CSS)
  })
  router.get('/shop.js', (_request, response) => {
    response.type('js').send(SHOP_JS)
  })
  router.get('/', (request, response) => {
    send(response, renderHome(toHomeView(deps.live.current().knowledge, localeOf(request), people)))
  })
  router.get('/products/:id', (request, response) => {
    const { knowledge } = deps.live.current()
    const product = knowledge.products.get(String(request.params['id']))
    if (product) send(response, renderProduct(toProductView(knowledge, product, localeOf(request), people)))
    else send(response, renderNotFound(toNotFoundView(knowledge, localeOf(request), people)), 404)
  })
  router.get('/demo/identity/:key', async (request, response) => {
    const identity = await demo?.sign(String(request.params['key']))
    if (identity === undefined) throw new AppError('not_found')
    response.setHeader('cache-control', 'no-store')
    response.json({ identity })
  })
  router.get('/{*page}', (request, response, next) => {
    if (!request.accepts('html') || request.path.startsWith('/api/')) next()
    else send(response, renderNotFound(toNotFoundView(deps.live.current().knowledge, localeOf(request), people)), 404)
  })
  return router
}
