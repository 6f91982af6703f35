import { describe, expect, it } from 'vitest'
import { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { serveAs } from '../security/serve-as.ts'
import { startTestApp } from '../support/test-app.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const NOTHING = "default-src 'none';frame-ancestors 'none'"
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"
const SHOP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const CONSOLE =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const API_PAGE =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Every address beside the API, and the policy under which a browser shows what comes from there. */
const POLICIES: Readonly<Record<string, string>> = {
  '/': SHOP,
  '/products/linen-dress': SHOP,
  '/nowhere': SHOP,
  '/shop.css': NOTHING,
  '/shop.js': NOTHING,
  '/console': CONSOLE,
  '/console/settings/account': CONSOLE,
  '/console/invite/guess': CONSOLE,
  '/console/assets/nothing.js': CONSOLE,
  '/api': API_PAGE,
  '/api.css': NOTHING,
  '/openapi.json': NOTHING,
  '/health/live': NOTHING,
  '/health/ready': NOTHING,
  '/widget.js': NOTHING,
  '/widget/nothing.js': SHOP,
  '/uploads/nothing.png': NOTHING,
  '/demo/identity/nobody': NOTHING,
}

/** What holds wherever something comes from. */
function commonOf({ headers }: Response) {
  return {
    nosniff: headers.get('x-content-type-options'),
    frames: headers.get('x-frame-options'),
    referrer: headers.get('referrer-policy'),
    opener: headers.get('cross-origin-opener-policy'),
    server: headers.get('x-powered-by'),
    https: headers.get('strict-transport-security'),
  }
}

const COMMON = {
  nosniff: 'nosniff',
  frames: 'DENY',
  referrer: 'no-referrer',
  opener: 'same-origin',
  server: null,
  https: null,
}

function policyOf({ headers }: Response): string {
  return (headers.get('content-security-policy') ?? '').replace(/'nonce-[^']{20,}'/, "'nonce-N'")
}

describe('headers', () => {
  it.each(Object.entries(POLICIES))('of %s are the strict ones', async (path, policy) => {
    await using app = await startTestApp({ environment: { DEMO: 'true' } })
    const { url } = await app.app.listen()

    const response = await fetch(url + path)

    expect(policyOf(response)).toBe(policy)
    expect(policyOf(response)).not.toMatch(/unsafe|\*/)
    expect(commonOf(response)).toEqual(COMMON)
  })

  it('of a drawing keep it from running anything when it is opened by itself', async () => {
    await using app = await startTestApp({ environment: { KNOWLEDGE_DIR: 'intents' } })
    const { url } = await app.app.listen()

    const drawing = await fetch(`${url}/media/size-guide.svg`)

    expect([drawing.status, policyOf(drawing)]).toEqual([200, SANDBOX])
    expect(commonOf(drawing)).toEqual(COMMON)
  })

  it('of every route of the API are the strict ones, and nothing of it is kept', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    const routes = Object.keys(HTTP_ROUTES).map((route) => route.replace(/\?.*/, '').replace(/\{\w+\}/g, 'x'))

    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ')
      const response = await fetch(url + path, { method })
      expect([route, policyOf(response), commonOf(response)]).toEqual([route, NOTHING, COMMON])
      expect([route, response.headers.get('cache-control')]).toEqual([route, 'no-store'])
    }
    expect(routes.length).toBeGreaterThan(60)
  })

  it('of what people have sent keep it from doing anything', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    const { visitorToken } = await app.visitor()
    const send = async (name: string, bytes: Uint8Array) => {
      const body = new FormData()
      body.set('file', new File([new Uint8Array(bytes)], name))
      const headers = { authorization: `Bearer ${visitorToken}` }
      const sent = await fetch(`${url}/api/v1/uploads`, { method: 'POST', body, headers })
      return fetch(`${url}${((await sent.json()) as { url: string }).url}`)
    }

    const picture = await send('a.png', PNG)
    const file = await send('<script>.pdf', Buffer.from('%PDF-1.7'))

    for (const one of [picture, file]) {
      expect(policyOf(one)).toBe(SANDBOX)
      expect(commonOf(one)).toEqual(COMMON)
      expect(one.url).toMatch(/\/uploads\/[0-9a-f-]{36}\.\w+$/)
    }
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  it('tell browsers to come by https only, where that is how they come', async () => {
    await using app = await startTestApp()
    await using site = await serveAs(app, 'https://chat.example.com')

    const { headers } = await fetch(`${site.url}/console`)

    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })

  it('never use a nonce twice', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    const nonce = async () =>
      /nonce-([^']+)/.exec((await fetch(`${url}/console`)).headers.get('content-security-policy') ?? '')?.[1]

    expect(new Set([await nonce(), await nonce(), await nonce()]).size).toBe(3)
  })
})
