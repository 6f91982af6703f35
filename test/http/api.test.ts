import { expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import type { ConversationDetail, CustomerRecord, DeskSnapshot, SessionView } from '../../src/protocol/http.ts'
import { PICTURES } from '../support/pictures.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const OWNER = { login: 'olga', name: 'Olga', password: 'correct horse battery' }

/** A browser that has accepted the owner's one-time link. */
async function signUp(app: TestApp) {
  const { url } = await app.app.listen()
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  const accept = () => post(`${url}/api/v1/invites/${secret}/accept`, OWNER)
  const response = await accept()
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrf } = (await response.json()) as SessionView
  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
  return { url, secret, accept, cookie, csrf, call }
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

it('takes an invitation once', async () => {
  await using app = await startTestApp()
  const owner = await signUp(app)

  const again = await owner.accept()
  const look = await fetch(`${owner.url}/api/v1/invites/${owner.secret}`)

  expect([again.status, look.status]).toEqual([404, 404])
  expect(await again.json()).toMatchObject({ code: 'invite_invalid' })
})

it('keeps the session in a cookie that scripts cannot read', async () => {
  await using app = await startTestApp()
  const { url } = await signUp(app)

  const wrong = await post(`${url}/api/v1/session`, { login: OWNER.login, password: 'wrong' })
  const unknown = await post(`${url}/api/v1/session`, { login: 'nobody', password: 'wrong' })
  const right = await post(`${url}/api/v1/session`, OWNER)

  expect([wrong.status, unknown.status, right.status]).toEqual([401, 401, 200])
  expect(await wrong.json()).toEqual(await unknown.json())
  expect(right.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
})

it('changes nothing for a page that cannot prove that it is ours', async () => {
  await using app = await startTestApp()
  const { call } = await signUp(app)

  const forged = await call('PUT', '/reception', { mode: 'assist' }, { 'x-xiaoer-csrf': 'guess' })
  const real = await call('PUT', '/reception', { mode: 'assist' })

  expect(forged.status).toBe(403)
  expect(await real.json()).toMatchObject({ mode: 'assist', switched: { mode: 'assist' } })
})

it('ends a session on signing out', async () => {
  await using app = await startTestApp()
  const { call } = await signUp(app)

  await call('DELETE', '/session')
  const after = await call('GET', '/session')

  expect(after.status).toBe(401)
})

it('shows the desk, a conversation and the record of its customer', async () => {
  await using app = await startTestApp()
  const { call } = await signUp(app)
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await app.say(session, '转人工')

  const desk = (await (await call('GET', '/desk')).json()) as DeskSnapshot
  const detail = (await (await call('GET', `/conversations/${session.conversation.id}`)).json()) as ConversationDetail
  const record = (await (await call('GET', `/customers/${session.customer.id}`)).json()) as CustomerRecord

  expect(desk.queue).toMatchObject([{ conversationId: session.conversation.id, kind: 'message', wants: '包邮吗' }])
  expect(desk.conversations).toMatchObject([{ id: session.conversation.id, status: 'queued' }])
  expect(detail.messages).toHaveLength(4)
  expect(detail.handoff).toMatchObject({ reason: 'asked', wants: '包邮吗' })
  expect(record.conversations).toHaveLength(1)
  expect(record.handoffs).toMatchObject([{ reason: 'asked' }])
})

it('lets people write into the record', async () => {
  await using app = await startTestApp()
  const { call } = await signUp(app)
  const { customer } = await app.visitor()
  await app.deps.storage.customers.update(customer.id, { phone: '13812345678' })

  const patched = await call('PATCH', `/customers/${customer.id}`, { name: '林女士', tags: ['老客'], tier: 'vip' })
  const bad = await call('PATCH', `/customers/${customer.id}`, { tier: 'king' })

  expect(await patched.json()).toMatchObject({
    customer: { name: '林女士', tags: ['老客'], tier: 'vip', phone: '13812345678' },
  })
  expect(bad.status).toBe(400)
})

it('takes pictures for what their bytes are, not for what they are called', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const { visitorToken } = await app.visitor()
  const upload = (bytes: Uint8Array<ArrayBuffer>, token = visitorToken) => {
    const form = new FormData()
    form.set('file', new File([bytes], 'photo.png', { type: 'image/png' }))
    return fetch(`${url}/api/v1/uploads`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } })
  }
  const png = new Uint8Array(PICTURES.png)

  const good = await upload(png)
  const script = await upload(new TextEncoder().encode('<svg onload=alert(1)>'))
  const stranger = await upload(png, 'made-up')

  expect([good.status, script.status, stranger.status]).toEqual([200, 415, 401])
  const picture = await fetch(`${url}${((await good.json()) as { url: string }).url}`)
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  expect(picture.headers.get('content-security-policy')).toContain('sandbox')
})

it('names the place of what is wrong in a request', async () => {
  await using app = await startTestApp()
  const { call } = await signUp(app)

  const response = await call('POST', '/invites', { role: 'king' })

  expect(response.status).toBe(400)
  expect(((await response.json()) as { message: string }).message).toMatch(/^role: /)
})

it('serves every page with a policy that runs no foreign script', async () => {
  await using app = await startTestApp({ environment: { DEMO: 'true' } })
  const { url } = await app.app.listen()

  for (const path of ['/', '/console', '/products/linen-dress', '/nowhere']) {
    const policy = (await fetch(url + path)).headers.get('content-security-policy') ?? ''
    expect(policy, path).toMatch(/script-src 'self'(;|$)/)
    expect(policy, path).not.toContain('unsafe')
  }
})

it('refuses to guess passwords quickly', async () => {
  await using app = await startTestApp()
  const { url } = await signUp(app)

  const statuses = []
  for (let n = 0; n < 61; n += 1) {
    statuses.push((await post(`${url}/api/v1/session`, { login: 'x', password: '' })).status)
  }

  expect(statuses.at(-1)).toBe(429)
})
