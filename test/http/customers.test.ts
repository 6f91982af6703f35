import { expect, it } from 'vitest'
import type { CustomerRecord } from '../../src/protocol/http.ts'
import { browserOf } from '../support/browser-of.ts'
import { connect, startTestApp, type TestApp } from '../support/test-app.ts'

/** A shopper with a phone number, an agent's browser and a supervisor's. */
async function givenDesks(app: TestApp) {
  const session = await app.visitor()
  const { id } = session.customer
  await app.deps.storage.customers.update(id, { phone: '13812345678' })
  await app.deps.storage.customers.addIdentity(id, { kind: 'phone', value: '13812345678' })
  const agent = await browserOf(app, await app.agent('Mina'))
  const boss = await browserOf(app, await app.agent('Olga', { role: 'supervisor' }), agent.url)
  return { session, id, agent, boss, path: `/customers/${id}` }
}

it('shows an agent the phone number masked, and whole when asked, which is kept', async () => {
  await using app = await startTestApp()
  const { agent, boss, path, id } = await givenDesks(app)

  const masked = await agent.get<CustomerRecord>(path)
  const whole = await boss.get<CustomerRecord>(path)
  const revealed = await (await agent.call('POST', `${path}/phone`)).json()

  expect(masked).toMatchObject({
    customer: { phone: '138****5678', phoneMasked: true },
    identities: [{ kind: 'phone', value: '138****5678' }],
  })
  expect(whole).toMatchObject({ customer: { phone: '13812345678', phoneMasked: false } })
  expect(revealed).toEqual({ phone: '13812345678' })
  expect(await app.deps.storage.audit.list(1)).toMatchObject([{ action: 'customer.phone-seen', target: id }])
})

it('takes phone and e-mail as people write them, forgets an empty one, and refuses what is none', async () => {
  await using app = await startTestApp()
  const { agent, path } = await givenDesks(app)
  const patch = async (body: object) => (await agent.call('PATCH', path, body)).status

  expect(await patch({ phone: '+86 139 0000 2222', email: 'lin@example.com' })).toBe(200)
  expect((await agent.get<CustomerRecord>(path)).customer).toMatchObject({ email: 'lin@example.com' })
  expect(await patch({ phone: '', email: '' })).toBe(200)
  expect((await agent.get<CustomerRecord>(path)).customer).not.toHaveProperty('phone')
  expect([await patch({ phone: '一三八' }), await patch({ email: 'lin@' })]).toEqual([400, 400])
})

it('keeps notes with their authors, who alone change them; a supervisor may delete any', async () => {
  await using app = await startTestApp()
  const { agent, boss, path } = await givenDesks(app)
  const added = await (await agent.call('POST', `${path}/notes`, { text: ' 周末收货 ' })).json()
  const { id } = (added as { note: { id: string } }).note
  const change = async (who: typeof agent, body: object) =>
    (await who.call('PATCH', `/customer-notes/${id}`, body)).status
  const texts = async () => (await agent.get<CustomerRecord>(path)).notes.map(({ text, by }) => `${by?.name}: ${text}`)

  expect(await texts()).toEqual(['Mina: 周末收货'])
  expect(await change(boss, { text: '改掉' })).toBe(403)
  expect(await change(agent, { text: '周末与晚上收货' })).toBe(200)
  expect(await change(boss, { deleted: true })).toBe(200)
  expect(await texts()).toEqual([])
  expect(await change(agent, { deleted: false })).toBe(200)
  expect(await texts()).toEqual(['Mina: 周末与晚上收货'])
  expect([await change(agent, {}), await change(agent, { text: ' ' })]).toEqual([400, 400])
  expect((await agent.call('PATCH', '/customer-notes/none', { deleted: true })).status).toBe(404)
})

it('blocks a customer for a while: the widget is refused, every desk hears of it, and it can be lifted', async () => {
  await using app = await startTestApp()
  const { session, agent, boss, path, id } = await givenDesks(app)
  using widget = await connect(`${agent.url}/widget`, { auth: { visitorToken: session.visitorToken } })
  using desk = await connect(`${agent.url}/console`, { headers: { cookie: boss.cookie } })
  const send = (clientId: string) => widget.ask('message:send', { clientId, kind: 'text', text: '在吗' })

  const blocked = await agent.call('PUT', `${path}/block`, { reason: '多次辱骂', minutes: 60 })
  const refused = await send('message-1')
  const upload = await fetch(`${agent.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session.visitorToken}` },
  })
  const record = await agent.get<CustomerRecord>(path)
  const listed = await boss.get('/blocks')
  const lifted = await agent.call('DELETE', `${path}/block`)

  expect([blocked.status, lifted.status]).toEqual([200, 200])
  expect(refused).toMatchObject({ ok: false, code: 'customer_blocked', retryAfter: 3600 })
  expect([upload.status, await upload.json()]).toMatchObject([403, { code: 'customer_blocked' }])
  expect(record.block).toMatchObject({ reason: '多次辱骂', by: { name: 'Mina' } })
  expect(listed).toMatchObject({ blocked: [{ customer: { id }, block: { reason: '多次辱骂' } }] })
  expect(await desk.hear('record:changed')).toMatchObject({ customer: { id } })
  expect(await send('message-1')).toMatchObject({ ok: true })
  expect((await agent.call('PUT', `${path}/block`, { reason: '永久' })).status).toBe(403)
  expect((await agent.call('GET', '/blocks')).status).toBe(403)
})
