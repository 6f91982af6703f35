import { expect, it } from 'vitest'
import { endSecondFactor, resetSecondFactor } from '../../src/actions/agents/second-factor.ts'
import { updateAgent } from '../../src/actions/agents/update-agent.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DemandedOf } from '../../src/domain/second-step.ts'
import type { SessionView } from '../../src/protocol/http.ts'
import { codeAt, fromBase32 } from '../../src/security/totp.ts'
import { browserOf } from '../support/browser-of.ts'
import { connect, cookieOf, startTestApp, type TestApp, type TestClient } from '../support/test-app.ts'

const PASSWORD = 'correct horse battery'

/** A shop that demands a second step of these; the policy may be changed. */
async function open(secondStep: DemandedOf) {
  const security = { secondStep }
  const app = await startTestApp({ knowledge: (one) => ({ ...one, security }) })
  const { url } = await app.app.listen()
  return { app, url, security, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

async function desk(app: TestApp, url: string, agent: Agent): Promise<TestClient> {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

function closed({ socket }: TestClient): Promise<unknown> {
  return new Promise((resolve) => (socket.connected ? socket.once('disconnect', resolve) : resolve('was closed')))
}

/** Sets up the second step as the console does, and returns what the authenticator holds. */
async function setUp(app: TestApp, url: string, agent: Agent) {
  const { deps } = app
  await deps.storage.agents.setPassword(agent.id, await deps.passwords.hash(PASSWORD))
  const { call } = await browserOf(app, agent, url)
  const proposed = await call('POST', '/session/second-factor', { password: PASSWORD })
  const key = fromBase32(((await proposed.json()) as { secret: string }).secret)
  const code = (steps: number) => codeAt(key, Math.floor(deps.clock.now() / 30_000) + steps)
  const confirmed = await call('PUT', '/session/second-factor', { code: code(0) })
  return { status: confirmed.status, code }
}

it('leads whoever owes a second step to setting it up, and from there to the desk, in one session', async () => {
  await using shop = await open('everyone')
  const { app, url } = shop
  const mina = await app.agent('Mina')
  const { get, call } = await browserOf(app, mina, url)

  expect((await get<SessionView>('/session')).owesSecondStep).toBe(true)
  expect((await call('GET', '/desk')).status).toBe(403)
  await expect(desk(app, url, mina)).rejects.toThrow('second_factor_demanded')
  expect((await setUp(app, url, mina)).status).toBe(200)

  expect((await get<SessionView>('/session')).owesSecondStep).toBe(false)
  expect((await call('GET', '/desk')).status).toBe(200)
  const client = await desk(app, url, mina)
  client.socket.close()
})

it('demands it of owners alone where the shop says so', async () => {
  await using shop = await open('owners')
  const { app, url } = shop
  const [olga, sofie] = [await app.agent('Olga', { role: 'owner' }), await app.agent('Sofie', { role: 'supervisor' })]

  const owes = async (agent: Agent) => {
    const { get } = await browserOf(app, agent, url)
    return (await get<SessionView>('/session')).owesSecondStep
  }

  expect([await owes(olga), await owes(sofie)]).toEqual([true, false])
})

it('closes the desk of whoever owes it since now: demanded, made an owner, ended, or ended by an owner', async () => {
  await using shop = await open('nobody')
  const { app, url, security } = shop
  const { deps } = app
  const olga = await app.agent('Olga', { role: 'owner' })
  const mina = await app.agent('Mina')
  const { code } = await setUp(app, url, olga)
  const [owners, minas] = [await desk(app, url, olga), await desk(app, url, mina)]

  security.secondStep = 'owners'
  deps.publisher.publish({ type: 'knowledge.changed' })
  await updateAgent(deps, olga, { id: mina.id, role: 'owner' })
  await closed(minas)
  expect(owners.socket.connected).toBe(true)

  await endSecondFactor(deps, olga, { password: PASSWORD, code: code(1) })
  await closed(owners)

  await setUp(app, url, mina)
  const again = await desk(app, url, mina)
  await resetSecondFactor(deps, olga, mina.id)
  await closed(again)
})

it('takes an upload of an agent only once they have it', async () => {
  await using shop = await open('everyone')
  const cookie = await cookieOf(shop.app, await shop.app.agent('Mina'))

  const refused = await fetch(`${shop.url}/api/v1/uploads`, { method: 'POST', headers: { cookie } })

  expect(((await refused.json()) as { code: string }).code).toBe('second_factor_demanded')
})
