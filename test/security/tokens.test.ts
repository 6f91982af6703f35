import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { identifyBySignature, startSession } from '../../src/actions/customers/start-session.ts'
import { createTokens, MAX_IDENTITY_SECONDS, signIdentity } from '../../src/security/tokens.ts'
import { connect, IDENTITY_SECRET, startTestApp } from '../support/test-app.ts'

const OWN = 'the-servers-own-secret-of-32-characters'
const NEXT = 'the-secret-to-which-the-shop-goes-over'
const now = () => Math.floor(Date.now() / 1000)
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as anybody can write one by hand. */
function write(claims: object, { header = { alg: 'HS256', typ: 'JWT' } as object, secret = IDENTITY_SECRET } = {}) {
  const text = `${encoded(header)}.${encoded(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

const tokens = createTokens(OWN, [NEXT, IDENTITY_SECRET])
const good = (more: object = {}) => ({ sub: 'u-1', iat: now(), exp: now() + 300, ...more })

describe('a signed identity', () => {
  it.each([
    ['as documented', () => write(good())],
    ['for us', () => write(good({ aud: 'xiaoer' }))],
    ['for us and others', () => write(good({ aud: ['shop', 'xiaoer'] }))],
    ['without the time at which it was signed', () => write({ sub: 'u-1', exp: now() + 300 })],
    ['of a clock that is a little behind', () => write(good({ exp: now() - 10 }))],
    ['of a clock that is a little ahead', () => write(good({ iat: now() + 10, nbf: now() + 10 }))],
    ['for as long as we allow', () => write(good({ exp: now() + MAX_IDENTITY_SECONDS }))],
    ['with the other of two secrets', () => write(good(), { secret: NEXT })],
  ])('%s is taken', async (_, token) => {
    expect(await tokens.verifyIdentity(token())).toMatchObject({ shopId: 'u-1' })
  })

  it.each([
    ['with another secret', () => write(good(), { secret: 'a-secret-that-only-a-stranger-knows' })],
    ['that has expired', () => write(good({ exp: now() - 60 }))],
    ['that never expires', () => write({ sub: 'u-1', iat: now() })],
    ['of nobody', () => write({ iat: now(), exp: now() + 300 })],
    ['of an empty name', () => write(good({ sub: '' }))],
    ['that is not valid yet', () => write(good({ nbf: now() + 120 }))],
    ['that was signed in the future', () => write(good({ iat: now() + 120 }))],
    ['that is good for too long', () => write(good({ exp: now() + MAX_IDENTITY_SECONDS + 60 }))],
    ['that was good for too long', () => write(good({ iat: now() - 86_400, exp: now() + 300 }))],
    ['for something else', () => write(good({ aud: 'other' }))],
    ['of no algorithm', () => `${encoded({ alg: 'none' })}.${encoded(good())}.`],
    ['of no algorithm, signed', () => write(good(), { header: { alg: 'none' } })],
    ['of another algorithm in its head', () => write(good(), { header: { alg: 'HS512' } })],
    [
      'that brings its own key',
      () => write(good(), { header: { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, secret: '\0' }),
    ],
    ['with a part that must be understood', () => write(good(), { header: { alg: 'HS256', crit: ['x'], x: 1 } })],
    ['whose claims were changed', () => write(good()).replace(/\.[\w-]+\./, `.${encoded(good({ sub: 'u-2' }))}.`)],
    ['without its signature', () => write(good()).replace(/[\w-]+$/, '')],
    ['that is no token', () => 'a.b.c'],
    ['that is nothing', () => ''],
  ])('%s is refused', async (_, token) => {
    expect(await tokens.verifyIdentity(token())).toBeUndefined()
  })

  it('cannot be signed with a public key that is taken for a secret (RS256 and HS256 confused)', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const keyed = createTokens(OWN, [pem])
    const text = `${encoded({ alg: 'RS256' })}.${encoded(good())}`
    const byRsa = `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`

    expect(await keyed.verifyIdentity(byRsa)).toBeUndefined()
  })

  it('is not a visitor’s token, nor a browser’s, nor the other way round', async () => {
    const same = createTokens(OWN, [OWN])
    const visitor = await same.signVisitor('u-1')
    const device = await same.signDevice('u-1', 'd-1')
    const identity = await signIdentity(OWN, { shopId: 'u-1' })

    expect(await same.verifyVisitor(visitor)).toBe('u-1')
    expect(await same.verifyDevice(device)).toEqual({ agentId: 'u-1', id: 'd-1' })
    expect([await same.verifyIdentity(visitor), await same.verifyIdentity(device)]).toEqual([undefined, undefined])
    expect([await same.verifyVisitor(identity), await same.verifyVisitor(device)]).toEqual([undefined, undefined])
    expect([await same.verifyDevice(identity), await same.verifyDevice(visitor)]).toEqual([undefined, undefined])
  })

  it('names nobody where the shop has no secret', async () => {
    expect(await createTokens(OWN, []).verifyIdentity(write(good()))).toBeUndefined()
  })

  it('may be sent again while it lasts: it says the same of the same customer, and what it opens is the same', async () => {
    await using app = await startTestApp()
    const identity = write(good())

    const first = await startSession(app.deps, { identity, locale: 'zh' })
    const again = await identifyBySignature(app.deps, first.customer, identity)
    const elsewhere = await startSession(app.deps, { identity, locale: 'zh' })

    expect([again.id, elsewhere.customer.id]).toEqual([first.customer.id, first.customer.id])
    expect(elsewhere.conversation.id).toBe(first.conversation.id)
  })
})

describe('where identities are enforced', () => {
  const environment = { XIAOER_IDENTITY_ENFORCE: 'true' }

  it('a browser that was a verified customer’s sees nothing of theirs without a new signature', async () => {
    await using app = await startTestApp({ environment })
    const { url } = await app.app.listen()
    const known = await startSession(app.deps, { identity: write(good({ name: '林晓雨' })), locale: 'zh' })
    await app.say(known, '我的地址是良渚街道 12 号')

    const stale = await connect(`${url}/widget`, { auth: { visitorToken: known.visitorToken } })
    const { customer, conversation } = await stale.hear<{
      customer: { id: string; name?: string; verified: boolean }
      conversation: { id: string }
    }>('session:started')
    const theirs = await stale.ask('message:list', { afterSeq: 0, conversationId: known.conversation.id })
    const own = await stale.ask('message:list', { afterSeq: 0 })

    stale.socket.close()
    expect(customer).toEqual({ id: expect.any(String), verified: false })
    expect(customer.id).not.toBe(known.customer.id)
    expect(conversation.id).not.toBe(known.conversation.id)
    expect(theirs['code']).toBe('conversation_not_found')
    expect(own['messages']).toEqual([])
  })

  it('an unverified visitor neither sees nor sends a verified customer’s order', async () => {
    await using app = await startTestApp({ environment })
    const { url } = await app.app.listen()
    const known = await startSession(app.deps, { identity: write(good()), locale: 'zh' })
    const rest = { currency: 'CNY', total: 100, items: [], history: [], parcels: [], refunds: [] }
    const order = { ...rest, number: 'XE12345678', customerId: known.customer.id, status: 'paid', placedAt: 1 } as const
    await app.deps.storage.orders.save([order])
    const stranger = await app.visitor()
    const client = await connect(`${url}/widget`, { auth: { visitorToken: stranger.visitorToken } })

    const sent = await client.ask('message:send', { clientId: 'client-0001', kind: 'order', order: order.number })
    await client.ask('context:set', { order: order.number })
    await app.say(stranger, '我的订单到哪了')
    await app.say(stranger, 'XE12345678 手机尾号 0416')

    const said = JSON.stringify(await app.transcript(stranger))
    client.socket.close()
    expect(sent['code']).toBe('order_not_found')
    expect(said).not.toMatch(/"orders"|已付款|"total"/)
  })

  it('an expired identity is refused, and the connection goes on as nobody’s', async () => {
    await using app = await startTestApp({ environment })
    const { url } = await app.app.listen()
    const expired = write(good({ exp: now() - 60 }))

    await expect(connect(`${url}/widget`, { auth: { identity: expired } })).rejects.toThrow('identity_invalid')
    const client = await connect(`${url}/widget`)
    const refused = await client.ask('identity:set', { identity: expired })
    const { customer } = await client.hear<{ customer: { verified: boolean } }>('session:started')

    client.socket.close()
    expect([refused['code'], customer.verified]).toEqual(['identity_invalid', false])
  })
})
