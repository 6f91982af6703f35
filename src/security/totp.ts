import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { OneTimePasswords } from '../ports/sign-in.ts'

const STEP_MILLISECONDS = 30_000
const DIGITS = 6
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const oneTimePasswords: OneTimePasswords = {
  newSecret: () => toBase32(randomBytes(SECRET_BYTES)),
  toUri: (secret, { issuer, account }) => {
    const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
    const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: String(DIGITS), period: '30' })
    // Authenticators read `+` as itself, not as a space.
    return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
  },
  stepOf: (secret, code, now) => {
    const key = fromBase32(secret)
    const current = Math.floor(now / STEP_MILLISECONDS)
    const given = Buffer.from(code.replace(/\s/g, ''))
    // All are compared, whichever fits: the time taken tells nothing.
    const fitting = [current, current - 1, current + 1].filter((step) => {
      const expected = Buffer.from(codeAt(key, step))
      return expected.length === given.length && timingSafeEqual(expected, given)
    })
    return fitting[0]
  },
  newRecoveryCodes: () =>
    Array.from({ length: RECOVERY_CODES }, () => {
      const code = toBase32(randomBytes(RECOVERY_BYTES)).toLowerCase()
      return code.replace(/(.{4})(?=.)/g, '$1-')
    }),
}

/** HOTP of RFC 4226 for this step. */
export function codeAt(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.max(0, step)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

export function toBase32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Buffer {
  let bits = ''
  for (const letter of text) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
