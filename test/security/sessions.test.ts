import { expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { endStaleSessions, openSession } from '../../src/actions/agents/sessions.ts'
import { updateAgent } from '../../src/actions/agents/update-agent.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { AgentAccess } from '../../src/protocol/http.ts'
import { browserOf } from '../support/browser-of.ts'
import { connect, cookieOf, startTestApp, type TestApp, type TestClient } from '../support/test-app.ts'
import { serveAs } from './serve-as.ts'

const DAY = 86_400_000
const PASSWORD = 'correct horse battery'

async function statusOf(url: string, cookie: string): Promise<number> {
  return (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).status
}

/** Resolves when the server has closed it; the clock of the wall decides nothing. */
function closed({ socket }: TestClient): Promise<string> {
  return new Promise((resolve) => (socket.connected ? socket.once('disconnect', resolve) : resolve('was closed')))
}

async function desk(app: TestApp, url: string, agent: Agent): Promise<TestClient> {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

it('ends a session that nobody uses for three days, and keeps one that is used', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const mina = await app.agent('Mina')
  const [used, unused] = [await cookieOf(app, mina), await cookieOf(app, mina)]

  for (let days = 0; days < 3; days += 1) {
    app.clock.advance(DAY)
    expect(await statusOf(url, used)).toBe(200)
  }

  expect(await statusOf(url, unused)).toBe(401)
})

it('ends a session after fourteen days, however much it is used', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const cookie = await cookieOf(app, await app.agent('Mina'))

  const statuses = []
  for (let days = 1; days <= 14; days += 1) {
    app.clock.advance(DAY)
    statuses.push(await statusOf(url, cookie))
  }

  expect(statuses).toEqual([...Array.from({ length: 13 }, () => 200), 401])
})

it('closes the desk of a session that has run out; work at the desk is use, an open window is not', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const mina = await app.agent('Mina')
  const working = await desk(app, url, mina)
  const open = await desk(app, url, mina)

  for (let days = 0; days < 3; days += 1) {
    app.clock.advance(DAY)
    await working.ask('words:check', { text: '您好' })
    await open.ask('conversation:view', { conversationId: null })
    await endStaleSessions(app.deps)
  }
  await closed(open)

  expect(working.socket.connected).toBe(true)
  expect(await working.ask('words:check', { text: '您好' })).toMatchObject({ ok: true })
  working.socket.close()
})

it('gives a new secret at each sign-in, and ends what was signed in in this browser before', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  const accept = await fetch(`${url}/api/v1/invites/${secret}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'xiaoer_session=planted-by-somebody-else' },
    body: JSON.stringify({ login: 'olga', name: 'Olga', password: PASSWORD }),
  })
  const first = accept.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  const again = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: first },
    body: JSON.stringify({ login: 'olga', password: PASSWORD }),
  })
  const second = again.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  expect(first).toMatch(/^xiaoer_session=[\w-]{43}$/)
  expect(second).not.toBe(first)
  expect([await statusOf(url, first), await statusOf(url, second)]).toEqual([401, 200])
  expect(await statusOf(url, 'xiaoer_session=planted-by-somebody-else')).toBe(401)
})

it('signs out everywhere, with every desk that is open', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { url, call } = await browserOf(app, mina)
  const elsewhere = await cookieOf(app, mina)
  const desks = [await desk(app, url, mina), await desk(app, url, mina)]

  const answer = await call('DELETE', `/agents/${mina.id}/sessions`)
  await Promise.all(desks.map(closed))

  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()[0]).toMatch(/^xiaoer_session=;/)
  expect(await statusOf(url, elsewhere)).toBe(401)
  expect(await app.deps.storage.audit.list(1)).toMatchObject([{ action: 'agent.signed-out', target: mina.id }])
})

it('tells an owner where everybody is signed in, and who has a second step', async () => {
  await using app = await startTestApp()
  const olga = await app.agent('Olga', { role: 'owner' })
  const mina = await app.agent('Mina')
  const { get, call } = await browserOf(app, olga)
  const signedInAt = app.clock.now()
  await openSession(app.deps, mina)
  app.clock.advance(DAY)
  await openSession(app.deps, mina)
  await app.deps.storage.secondFactors.propose(olga.id, 'sealed')
  await app.deps.storage.secondFactors.confirm(olga.id, { step: 1, at: app.clock.now(), recoveryHashes: ['r'] })
  const minas = async () => {
    const { agents } = await get<{ agents: AgentAccess[] }>('/agents/access')
    return agents.find(({ agentId }) => agentId === mina.id)
  }

  const before = await minas()
  await call('DELETE', `/agents/${mina.id}/sessions`)

  expect(before).toEqual({
    agentId: mina.id,
    sessions: [
      { startedAt: signedInAt + DAY, usedAt: signedInAt + DAY },
      { startedAt: signedInAt, usedAt: signedInAt },
    ],
  })
  expect(await minas()).toEqual({ agentId: mina.id, sessions: [] })
  const { agents } = await get<{ agents: AgentAccess[] }>('/agents/access')
  expect(agents.find(({ agentId }) => agentId === olga.id)).toMatchObject({
    sessions: [expect.anything()],
    secondStepSince: signedInAt + DAY,
  })
})

it('shuts an agent out at once: session, desk and whatever comes from it', async () => {
  await using app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner' })
  const mina = await app.agent('Mina')
  const { url } = await app.app.listen()
  const cookie = await cookieOf(app, mina)
  const client = await desk(app, url, mina)
  const gone = closed(client)

  await updateAgent(app.deps, owner, { id: mina.id, active: false })
  await gone

  expect(await statusOf(url, cookie)).toBe(401)
  await expect(connect(`${url}/console`, { headers: { cookie } })).rejects.toThrow('not_signed_in')
})

it('lets an owner end somebody else’s sessions', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { url, call } = await browserOf(app, await app.agent('Olga', { role: 'owner' }))
  const cookie = await cookieOf(app, mina)

  const { status } = await call('DELETE', `/agents/${mina.id}/sessions`)

  expect([status, await statusOf(url, cookie)]).toEqual([200, 401])
  expect((await call('DELETE', '/agents/nobody/sessions')).status).toBe(404)
})

it('keeps only a hash of a session', async () => {
  await using app = await startTestApp()
  const { secret } = await openSession(app.deps, await app.agent('Mina'))

  const found = await app.deps.storage.access.findSession(secret, app.clock.now(), 0)

  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(found).toBeUndefined()
})

it('sets cookies that only https, only this host and no script can touch', async () => {
  await using app = await startTestApp()
  await using site = await serveAs(app, 'https://chat.example.com')
  const { secret } = await createInvite(app.deps, undefined, 'owner')

  const accepted = await fetch(`${site.url}/api/v1/invites/${secret}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'olga', name: 'Olga', password: PASSWORD }),
  })
  const cookies = accepted.headers.getSetCookie()
  const [session = ''] = cookies[0]?.split(';') ?? []

  expect(cookies.map((one) => one.split('=')[0])).toEqual(['__Host-xiaoer_session', '__Host-xiaoer_device'])
  for (const one of cookies) {
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(one).toContain(`; ${flag}`)
    expect(one).not.toContain('Domain')
  }
  expect(await statusOf(site.url, session)).toBe(200)
  // The plain name could be set by any page of a neighbouring host.
  expect(await statusOf(site.url, session.replace('__Host-', ''))).toBe(401)
  const client = await connect(`${site.url}/console`, { headers: { cookie: session } })
  client.socket.close()
})
