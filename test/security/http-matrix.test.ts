import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../src/domain/agent.ts'
import { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { API_KEY, type GivenShop, openGivenShop } from './given-shop.ts'
import { type Asked, HTTP_MATRIX, type Route, type Row } from './http-matrix.ts'

const NEEDS_NO_PROOF: readonly string[] = ['POST /api/v1/uploads']
const LEADS_THERE: readonly string[] = [
  'GET /api/v1/session',
  'DELETE /api/v1/session',
  'GET /api/v1/session/second-factor',
  'POST /api/v1/session/second-factor',
  'PUT /api/v1/session/second-factor',
]
const rows = Object.entries(HTTP_MATRIX) as [Route, Row][]
const bySession = rows.filter(([, { least }]) => least !== 'anybody' && least !== 'key') as [
  Route,
  Row & { least: Role },
][]
const ranks = (role: Role) => ROLES.indexOf(role)

let shop: GivenShop
beforeAll(async () => {
  shop = await openGivenShop()
})
afterAll(() => shop[Symbol.asyncDispose]())

function addressOf(route: Route, { put = {}, query }: Asked): { method: string; path: string } {
  const [method = '', address = ''] = route.split(' ')
  const path = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(put[name] ?? ''))
  return { method, path: query === undefined ? path : `${path}?${query}` }
}

async function send(route: Route, asked: Asked, headers: Record<string, string>): Promise<Response> {
  const { method, path } = addressOf(route, asked)
  return fetch(`${shop.url}${path}`, {
    method,
    headers: { 'content-type': route.endsWith('/bulk') ? 'application/x-ndjson' : 'application/json', ...headers },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
  })
}

async function codeOf(response: Response): Promise<string> {
  return response.ok ? 'ok' : ((await response.json()) as { code: string }).code
}

describe('every route of the HTTP API', () => {
  it('has its row', () => {
    // The compiler sees to the keys; what is registered is what is served: test/protocol/routes.test.ts.
    expect(Object.keys(HTTP_MATRIX).toSorted()).toEqual(Object.keys(HTTP_ROUTES).toSorted())
    expect(rows.length).toBeGreaterThan(60)
  })

  it.each(rows)(
    '%s is closed to a stranger, a visitor and a wrong key, unless it is for anybody',
    async (route, row) => {
      const { token } = await shop.talk()
      const asked = await row.ask(shop, shop.people.agent)
      const cookie = 'xiaoer_session=guessed'
      const strangers = [
        {},
        { authorization: 'Bearer guessed-guessed-guessed-guessed-000' },
        { cookie },
        // A visitor's token opens the widget and uploads, nothing of the shop's.
        ...(route === 'POST /api/v1/uploads' ? [] : [{ authorization: `Bearer ${token}` }]),
      ]
      const statuses = []
      for (const headers of strangers) statuses.push((await send(route, asked, headers)).status)

      if (row.least === 'anybody') expect(new Set(statuses)).not.toContain(403)
      else expect(statuses).toEqual(strangers.map(() => 401))
    },
  )

  it.each(rows.filter(([, { least }]) => least === 'key'))(
    '%s opens to the key, not to an owner',
    async (route, row) => {
      const asked = await row.ask(shop, shop.people.owner)
      const { method, path } = addressOf(route, asked)

      const byOwner = await shop.call(shop.people.owner, method, path, { body: asked.body })
      const byKey = await send(route, asked, { authorization: `Bearer ${API_KEY}` })

      expect([byOwner.status, byKey.status]).toEqual([401, 200])
    },
  )

  it.each(bySession)('%s opens to its least role and those above, and to none below', async (route, row) => {
    for (const role of ROLES) {
      const me = shop.people[role]
      const asked = await row.ask(shop, me)
      const { method, path } = addressOf(route, asked)

      const { status } = await shop.call(me, method, path, { body: asked.body })

      expect([role, status]).toEqual([role, ranks(role) >= ranks(row.least) ? (row.status ?? 200) : 403])
    }
  })

  it.each(bySession.filter(([, { others }]) => others))(
    '%s guards what is not one’s own',
    async (route, { others }) => {
      if (!others) return
      for (const role of ROLES) {
        const me = shop.people[role]
        const asked = await others.ask(shop, shop.people.colleague, me)
        const { method, path } = addressOf(route, asked)

        const code = await codeOf(await shop.call(me, method, path, { body: asked.body }))

        const may = others.least !== 'nobody' && ranks(role) >= ranks(others.least)
        expect([role, code]).toEqual([role, may ? 'ok' : others.code])
      }
    },
  )

  it.each(bySession)('%s is closed to whoever owes a second step, unless it leads there', async (route, row) => {
    const me = shop.people.owner
    const asked = await row.ask(shop, me)
    const { method, path } = addressOf(route, asked)

    shop.security.secondStep = 'everyone'
    const code = await codeOf(await shop.call(me, method, path, { body: asked.body }))
    shop.security.secondStep = 'nobody'
    const before = await codeOf(await shop.call(me, method, path, { body: asked.body }))

    if (LEADS_THERE.includes(route)) expect(code).toBe(before)
    else expect(code).toBe('second_factor_demanded')
    expect(before).not.toBe('second_factor_demanded')
  })

  const unsafe = bySession.filter(([route]) => !route.startsWith('GET ') && !NEEDS_NO_PROOF.includes(route))
  it.each(unsafe)('%s does nothing for a page that cannot prove that it is ours', async (route, row) => {
    const me = shop.people.owner
    const asked = await row.ask(shop, me)
    const { method, path } = addressOf(route, asked)

    const forged = await shop.call(me, method, path, { body: asked.body, forged: true })

    expect([forged.status, await codeOf(forged)]).toEqual([403, 'csrf_failed'])
  })
})
