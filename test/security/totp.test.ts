import { describe, expect, it } from 'vitest'
import { codeAt, fromBase32, oneTimePasswords, toBase32 } from '../../src/security/totp.ts'
import { createVault } from '../../src/security/vault.ts'

const SECONDS = 1000

describe('one-time passwords', () => {
  // RFC 6238, appendix B, the last six of eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at second %i', (second, code) => {
    const secret = toBase32(Buffer.from('12345678901234567890'))

    expect(codeAt(Buffer.from('12345678901234567890'), Math.floor(second / 30))).toBe(code)
    expect(oneTimePasswords.stepOf(secret, code, second * SECONDS)).toBe(Math.floor(second / 30))
  })

  it('are good for one step before and after, and for no other', () => {
    const secret = oneTimePasswords.newSecret()
    const now = 1_800_000_000 * SECONDS
    const step = now / 30_000
    const key = fromBase32(secret)

    const found = [-2, -1, 0, 1, 2].map((off) => oneTimePasswords.stepOf(secret, codeAt(key, step + off), now))

    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined])
    expect(oneTimePasswords.stepOf(secret, `${codeAt(key, step)}0`, now)).toBeUndefined()
    expect(oneTimePasswords.stepOf(secret, '', now)).toBeUndefined()
  })

  it('have secrets of 160 bits, and recovery codes of 80', () => {
    expect(fromBase32(oneTimePasswords.newSecret())).toHaveLength(20)
    expect(new Set(oneTimePasswords.newRecoveryCodes()).size).toBe(10)
    for (const code of oneTimePasswords.newRecoveryCodes()) expect(code).toMatch(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  })

  it('are set up by an address that an authenticator reads', () => {
    const uri = new URL(oneTimePasswords.toUri('JBSWY3DP', { issuer: '云朵 衣橱', account: 'olga' }))

    expect(uri.href).toContain('otpauth://totp/')
    expect(decodeURIComponent(uri.pathname)).toBe('/云朵 衣橱:olga')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'JBSWY3DP',
      issuer: '云朵 衣橱',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
    expect(uri.href).not.toContain('+')
  })
})

describe('the vault', () => {
  const vault = createVault('a-secret-of-the-server-itself-0001')

  it('opens what it has sealed, and shows nothing of it', () => {
    const sealed = vault.seal('JBSWY3DP')

    expect(vault.open(sealed)).toBe('JBSWY3DP')
    expect(sealed).not.toContain('JBSWY3DP')
    expect(vault.seal('JBSWY3DP')).not.toBe(sealed)
  })

  it('opens nothing that was changed, or sealed by another server', () => {
    const sealed = Buffer.from(vault.seal('JBSWY3DP'), 'base64url')
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(vault.open(changed.toString('base64url'))).toBeUndefined()
    }

    expect(createVault('another-secret-of-another-server-01').open(sealed.toString('base64url'))).toBeUndefined()
    expect(vault.open('')).toBeUndefined()
  })
})
