import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../domain/errors.ts'
import type { Passwords, Secrets } from '../ports/world.ts'

/** OWASP's parameters for scrypt with 32 MiB. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 32
const SECRET_BYTES = 32

export const secrets: Secrets = {
  issue: () => {
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    return { secret, hash: hashSecret(secret) }
  },
  hash: hashSecret,
}

/** The secrets are 256 random bits: a plain hash cannot be guessed backwards. */
function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export const passwords: Passwords = {
  hash: async (password) => {
    const salt = randomBytes(16)
    const key = await derive(password, salt)
    return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
  },
  verify: async (password, hash) => {
    const [, salt = '', key = ''] = hash.split('$')
    const expected = Buffer.from(key, 'base64url')
    const derived = await derive(password, Buffer.from(salt, 'base64url'))
    return expected.length === derived.length && timingSafeEqual(expected, derived)
  },
}

/** Files are read and written by the same four threads, so half of them at most; each takes a third of a second. */
const AT_ONCE = 2
const MOST_WAITING = 60
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) throw new AppError('too_many', { retryAfter: 5 })
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    // Its place goes to whoever has waited longest.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** A secret that is made once and kept in a file that only its owner may read. */
export async function keptSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name)
  await mkdir(dataDir, { recursive: true })
  try {
    // On the disk before anything is signed with it: after a power loss nobody's token may have become a stranger's.
    await writeFile(path, secrets.issue().secret, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
