import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import express, { type Request, type Response } from 'express'
import { exampleShopData, type ShopData } from './example-shop-data.ts'

const SLOW_MILLISECONDS = 5000

/** How the shop may fail. */
const FAULTS = {
  slow: (response: Response, answer: () => void) => {
    const timer = setTimeout(answer, SLOW_MILLISECONDS).unref()
    response.once('close', () => clearTimeout(timer))
  },
  down: (response: Response) => response.socket?.destroy(),
  garbage: (response: Response) => response.type('html').send('<html>Welcome to our shop!</html>'),
  error: (response: Response) => response.status(500).json({ error: 'database is locked' }),
  busy: (response: Response) => response.status(503).set('retry-after', '1').end(),
  redirect: (response: Response) => response.redirect('/login'),
  huge: (response: Response) => response.json({ orders: 'x'.repeat(3 * 1024 * 1024) }),
} as const
export type Fault = keyof typeof FAULTS

export interface ExampleShop extends AsyncDisposable {
  readonly url: string
  readonly token: string
  /** What it answers from; a change shows at the next call. */
  readonly data: ShopData
  /** The paths that were asked for, in order. */
  readonly calls: readonly string[]
  /** From now on it fails in this way, or so many times. */
  fail(fault: Fault, times?: number): void
  heal(): void
}

/** A small shop that answers the calls of docs/connector.md: a real server, with faults to switch on. */
export async function startExampleShop(
  options: { readonly port?: number; readonly token?: string; readonly now?: number } = {},
): Promise<ExampleShop> {
  const { port = 0, token = 'example-token', now = Date.now() } = options
  const data = exampleShopData(now)
  const calls: string[] = []
  let failing: { readonly fault: Fault; times: number } | undefined
  const fail = (fault: Fault, times = Number.POSITIVE_INFINITY) => {
    failing = { fault, times }
  }
  const heal = () => {
    failing = undefined
  }

  const app = express()
  app.post('/faults/:fault', ({ params: { fault } }, response) => {
    if (Object.hasOwn(FAULTS, fault)) fail(fault as Fault)
    else heal()
    response.json({ fault: failing?.fault ?? 'none' })
  })
  app.use((request, response, next) => {
    calls.push(request.originalUrl)
    if (failing && failing.times > 0) {
      failing.times -= 1
      FAULTS[failing.fault](response, next)
    } else if (request.headers.authorization !== `Bearer ${token}`) response.status(401).end()
    else next()
  })
  addCalls(app, data)

  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    data,
    calls,
    fail,
    heal,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function addCalls(app: ReturnType<typeof express>, data: ShopData): void {
  const isKnown = (id: unknown) => data.customers.some((one) => one.id === id)
  const newestFirst = () => data.orders.toSorted((a, b) => +new Date(b.placedAt) - +new Date(a.placedAt))

  app.get('/customers/:id', ({ params: { id } }, response) =>
    answer(
      response,
      data.customers.find((one) => one.id === id),
    ),
  )
  app.get('/customers/:id/orders', ({ params: { id }, query }, response) => {
    const orders = newestFirst().filter((one) => one.customer === id)
    answer(response, isKnown(id) ? { orders: orders.slice(0, Number(query['limit'] ?? 20)) } : undefined)
  })
  app.get('/customers/:id/coupons', ({ params: { id } }, response) => {
    const coupons = data.coupons.filter(({ customer }) => customer === undefined || customer === id)
    answer(response, isKnown(id) ? { coupons } : undefined)
  })
  app.get('/orders/:number', ({ params: { number } }, response) =>
    answer(
      response,
      data.orders.find((one) => one.number === number.toUpperCase()),
    ),
  )
  app.get('/parcels/:trackingNumber', ({ params: { trackingNumber } }, response) =>
    answer(
      response,
      data.parcels.find((one) => one.trackingNumber === trackingNumber.toUpperCase()),
    ),
  )
  app.get('/products', (request, response) => answer(response, pageOf(data.products, request)))
}

/** The cursor is the shop's own affair; here it is the place in the list. */
function pageOf(products: ShopData['products'], { query }: Request): object {
  const from = Number(query['cursor'] ?? 0)
  const until = from + Number(query['limit'] ?? 100)
  return { products: products.slice(from, until), ...(until < products.length && { next: String(until) }) }
}

function answer(response: Response, found: object | undefined): void {
  if (found) response.json(found)
  else response.status(404).json({ error: 'unknown' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4100' } } })
  const { url, token } = await startExampleShop({ port: Number(values.port) })
  console.log(`An example shop answers at ${url}. Point 小二 at it:

  SHOP_API_URL=${url} SHOP_API_TOKEN=${token} SHOP_API_ALLOW_PRIVATE=true npm start

Open the demo shop, browse as 林晓雨 and ask 我的订单到哪了. See what 小二 does when the shop fails:

  curl -X POST ${url}/faults/down     (or ${Object.keys(FAULTS).join(', ')}; none heals it)

Ctrl-C stops.`)
}
