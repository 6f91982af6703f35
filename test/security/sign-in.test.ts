import { describe, expect, it } from 'vitest'
import { acceptInvite, createInvite } from '../../src/actions/agents/invite.ts'
import {
  confirmSecondFactor,
  endSecondFactor,
  proposeSecondFactor,
  resetSecondFactor,
} from '../../src/actions/agents/second-factor.ts'
import { type Credentials, type Origin, signIn } from '../../src/actions/agents/sign-in.ts'
import { codeAt, fromBase32 } from '../../src/security/totp.ts'
import { browserOf } from '../support/browser-of.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const PASSWORD = 'correct horse battery'
const HOME: Origin = { address: '198.51.100.7' }

/** A shop whose people have passwords that cost nothing to verify, and count how often they were. */
async function startShop() {
  const app = await startTestApp()
  const verified: string[] = []
  const passwords = {
    hash: async (password: string) => `plain$${password}`,
    verify: async (password: string, hash: string) => {
      verified.push(hash)
      return hash === `plain$${password}`
    },
  }
  const deps = { ...app.deps, passwords }
  const { secret } = await createInvite(deps, undefined, 'owner')
  const { agent: olga } = await acceptInvite(deps, { secret, login: 'olga', name: 'Olga', password: PASSWORD })
  const tryIn = async (draft: Partial<Credentials> = {}, from: Origin = HOME) => {
    try {
      const { device } = await signIn(deps, { login: 'olga', password: PASSWORD, ...draft }, from)
      return { code: 'ok', device }
    } catch (error) {
      const { code, retryAfter } = error as { code: string; retryAfter?: number }
      return { code, retryAfter }
    }
  }
  const wrong = (from: Origin = HOME, login = 'olga') => tryIn({ password: 'guess', login }, from)
  return { app, deps, olga, verified, tryIn, wrong, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

describe('signing in', () => {
  it('makes whoever guesses wait, longer each time, and then lets the right password in', async () => {
    await using shop = await startShop()
    for (let tries = 0; tries < 5; tries += 1) expect((await shop.wrong()).code).toBe('sign_in_failed')
    const waits = []
    for (let tries = 0; tries < 12; tries += 1) {
      expect((await shop.wrong()).code).toBe('sign_in_failed')
      const { code, retryAfter = 0 } = await shop.tryIn()
      expect(code).toBe('too_many')
      waits.push(retryAfter)
      shop.app.clock.advance(retryAfter * 1000)
    }

    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
    expect((await shop.tryIn()).code).toBe('ok')
    expect((await shop.wrong()).code).toBe('sign_in_failed')
  })

  it('does not look at a password while one has to wait', async () => {
    await using shop = await startShop()
    for (let tries = 0; tries < 6; tries += 1) await shop.wrong()
    const before = shop.verified.length

    expect((await shop.tryIn()).code).toBe('too_many')

    expect(shop.verified).toHaveLength(before)
  })

  it('counts guesses of many at once', async () => {
    await using shop = await startShop()

    const codes = await Promise.all(Array.from({ length: 40 }, async () => (await shop.wrong()).code))

    expect(codes.filter((code) => code === 'sign_in_failed')).toHaveLength(6)
  })

  it('does not let a stranger lock an owner out, from wherever and however often they guess', async () => {
    await using shop = await startShop()
    const { device } = await shop.tryIn()
    if (device === undefined) throw new Error('the browser was not remembered')
    for (let guess = 0; guess < 300; guess += 1) await shop.wrong({ address: `203.0.113.${guess % 250}` })
    for (let guess = 0; guess < 60; guess += 1) await shop.wrong(HOME)

    expect((await shop.tryIn({}, { address: '192.0.2.9' })).code).toBe('too_many')
    expect((await shop.tryIn({}, HOME)).code).toBe('too_many')

    expect((await shop.tryIn({}, { ...HOME, device })).code).toBe('ok')
  })

  it('counts a browser that is known by itself, and for its own account only', async () => {
    await using shop = await startShop()
    const { device = '' } = await shop.tryIn()
    const { secret } = await createInvite(shop.deps, undefined, 'agent')
    await acceptInvite(shop.deps, { secret, login: 'mina', name: 'Mina', password: PASSWORD })

    for (let guess = 0; guess < 6; guess += 1) await shop.wrong({ ...HOME, device })
    expect((await shop.tryIn({}, { ...HOME, device })).code).toBe('too_many')
    for (let guess = 0; guess < 6; guess += 1) await shop.wrong({ ...HOME, device }, 'mina')

    expect((await shop.tryIn({ login: 'mina' }, { ...HOME, device })).code).toBe('too_many')
    expect((await shop.tryIn({ login: 'mina' }, { address: '192.0.2.9', device: `${device}x` })).code).toBe('ok')
  })

  it('stops an address that tries many accounts, and buys no guesses by an account of one’s own', async () => {
    await using shop = await startShop()
    const codes = new Set<string>()
    for (let guess = 0; guess < 40; guess += 1) {
      codes.add((await shop.wrong(HOME, `somebody-${guess}`)).code)
      codes.add((await shop.tryIn()).code)
    }

    expect([...codes]).toContain('too_many')
    expect((await shop.wrong(HOME, 'somebody-else')).code).toBe('too_many')
    expect((await shop.wrong({ address: '192.0.2.9' }, 'somebody-else')).code).toBe('sign_in_failed')
  })

  it('does not tell whether there is such an account: same answer, same work, same waits', async () => {
    await using shop = await startShop()
    const unknown = []
    const known = []
    const work = []
    for (let guess = 0; guess < 9; guess += 1) {
      const before = shop.verified.length
      unknown.push(await shop.wrong({ address: '192.0.2.1' }, 'nobody'))
      const between = shop.verified.length
      known.push(await shop.wrong({ address: '192.0.2.2' }))
      work.push([between - before, shop.verified.length - between])
    }

    expect(unknown).toEqual(known)
    for (const [one, other] of work) expect(one).toBe(other)
    expect(shop.verified.some((hash) => hash === '')).toBe(false)
  })

  it('counts a whole network of one subscriber as one address', async () => {
    await using shop = await startShop()
    for (let guess = 0; guess < 6; guess += 1) await shop.wrong({ address: `2001:db8:1:2::${guess}` })

    expect((await shop.tryIn({}, { address: '2001:db8:1:2:9:9:9:9' })).code).toBe('too_many')
    expect((await shop.tryIn({}, { address: '2001:db8:1:3::1' })).code).toBe('ok')
  })
})

describe('the second step', () => {
  async function withSecondStep() {
    const shop = await startShop()
    const { deps, olga, app } = shop
    const { secret, uri } = await proposeSecondFactor(deps, olga, { password: PASSWORD })
    const codeIn = (steps: number) => codeAt(fromBase32(secret), Math.floor(app.clock.now() / 30_000) + steps)
    const { recoveryCodes } = await confirmSecondFactor(deps, olga, { code: codeIn(0) })
    app.clock.advance(60_000)
    const end = () => shop[Symbol.asyncDispose]()
    return { ...shop, secret, uri, recoveryCodes, codeIn, [Symbol.asyncDispose]: end }
  }

  it('is asked for after the right password only, and opens with a code of now', async () => {
    await using shop = await withSecondStep()

    expect(await shop.tryIn({ password: 'guess', code: shop.codeIn(0) })).toMatchObject({ code: 'sign_in_failed' })
    expect(await shop.tryIn()).toMatchObject({ code: 'second_factor_needed' })
    expect(await shop.tryIn({ code: '000000' })).toMatchObject({ code: 'second_factor_wrong' })
    expect(await shop.tryIn({ code: shop.codeIn(0) })).toMatchObject({ code: 'ok' })
  })

  it('takes no code twice, and none from before one that was used', async () => {
    await using shop = await withSecondStep()

    expect((await shop.tryIn({ code: shop.codeIn(0) })).code).toBe('ok')
    expect((await shop.tryIn({ code: shop.codeIn(0) })).code).toBe('second_factor_wrong')
    expect((await shop.tryIn({ code: shop.codeIn(-1) })).code).toBe('second_factor_wrong')
    expect((await shop.tryIn({ code: shop.codeIn(1) })).code).toBe('ok')
  })

  it('takes each recovery code once, however it is typed', async () => {
    await using shop = await withSecondStep()
    const [code = '', other = ''] = shop.recoveryCodes

    expect((await shop.tryIn({ code })).code).toBe('ok')
    expect((await shop.tryIn({ code })).code).toBe('second_factor_wrong')
    expect((await shop.tryIn({ code: other.toUpperCase().replaceAll('-', ' ') })).code).toBe('ok')
    expect(await shop.deps.storage.secondFactors.countRecoveryCodes(shop.olga.id)).toBe(8)
  })

  it('cannot be guessed: codes are counted over all addresses and browsers', async () => {
    await using shop = await withSecondStep()
    for (let guess = 0; guess < 6; guess += 1) await shop.tryIn({ code: '000000' }, { address: `192.0.2.${guess}` })

    const answer = await shop.tryIn({ code: shop.codeIn(0) }, { address: '192.0.2.99' })

    expect(answer.code).toBe('too_many')
  })

  it('costs no tries while only the code is missing', async () => {
    await using shop = await withSecondStep()

    for (let tries = 0; tries < 40; tries += 1) expect((await shop.tryIn()).code).toBe('second_factor_needed')
  })

  it('stands in the database so that nobody can read it', async () => {
    await using shop = await withSecondStep()
    const { sealed = '' } = (await shop.deps.storage.secondFactors.find(shop.olga.id)) ?? {}

    expect(shop.uri).toContain(shop.secret)
    expect(sealed).not.toContain(shop.secret)
    for (const code of shop.recoveryCodes) {
      expect(await shop.deps.storage.secondFactors.takeRecoveryCode(shop.olga.id, code)).toBe(false)
    }
  })

  it('ends with the password and a code; an owner ends somebody else’s, never their own', async () => {
    await using shop = await withSecondStep()
    const { deps, olga } = shop
    const other = await shop.app.agent('Orla', { role: 'owner' })
    const supervisor = await shop.app.agent('Sofie', { role: 'supervisor' })

    await expect(endSecondFactor(deps, olga, { password: 'guess', code: shop.codeIn(0) })).rejects.toMatchObject({
      code: 'password_wrong',
    })
    await expect(endSecondFactor(deps, olga, { password: PASSWORD, code: '000000' })).rejects.toMatchObject({
      code: 'second_factor_wrong',
    })
    await expect(resetSecondFactor(deps, olga, olga.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(resetSecondFactor(deps, supervisor, olga.id)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await shop.tryIn()).code).toBe('second_factor_needed')

    await resetSecondFactor(deps, other, olga.id)
    expect((await shop.tryIn()).code).toBe('ok')
  })

  it('is not replaced by whoever sits at a signed-in browser', async () => {
    await using shop = await withSecondStep()

    await expect(proposeSecondFactor(shop.deps, shop.olga, { password: 'guess' })).rejects.toMatchObject({
      code: 'password_wrong',
    })
    await expect(proposeSecondFactor(shop.deps, shop.olga, { password: PASSWORD })).rejects.toMatchObject({
      code: 'second_factor_set',
    })
  })
})

describe('a password', () => {
  async function signUp(app: TestApp, password: string): Promise<string> {
    const { secret } = await createInvite(app.deps, undefined, 'agent')
    try {
      await acceptInvite(app.deps, { secret, login: 'mina-of-the-shop', name: 'Mina', password })
      return 'ok'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it.each(['short7!', 'x'.repeat(129), '12345678', '11111111', 'Password123', 'woaini1314', '1q2w3e4r', '19900101'])(
    'like %s makes no account',
    async (password) => {
      await using app = await startTestApp()

      expect(await signUp(app, password)).toBe('password_weak')
    },
  )

  it('may be as long as a sentence, and in any script', async () => {
    await using app = await startTestApp()

    expect(await signUp(app, `${'春天的花园里有一只猫'.repeat(6)}!`)).toBe('ok')
  })

  it('is changed with the old one, and everybody who had it is out', async () => {
    await using app = await startTestApp()
    const { secret } = await createInvite(app.deps, undefined, 'agent')
    const { agent } = await acceptInvite(app.deps, { secret, login: 'mina', name: 'Mina', password: PASSWORD })
    const { url, call } = await browserOf(app, agent)
    const elsewhere = await browserOf(app, agent, url)
    const next = 'three blue ducks swim'

    const refused = await call('PUT', '/session/password', { current: 'guess', next })
    const weak = await call('PUT', '/session/password', { current: PASSWORD, next: '12345678' })
    const changed = await call('PUT', '/session/password', { current: PASSWORD, next })
    const cookie = changed.headers.getSetCookie()[0]?.split(';')[0] ?? ''

    expect([refused.status, weak.status, changed.status]).toEqual([403, 422, 200])
    expect((await elsewhere.call('GET', '/session')).status).toBe(401)
    expect((await call('GET', '/session')).status).toBe(401)
    expect((await fetch(`${url}/api/v1/session`, { headers: { cookie } })).status).toBe(200)
    await expect(signIn(app.deps, { login: 'mina', password: PASSWORD }, HOME)).rejects.toThrow()
    expect(await signIn(app.deps, { login: 'mina', password: next }, HOME)).toMatchObject({ agent: { id: agent.id } })
  })
})
