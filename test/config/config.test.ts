import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadConfig, ROOT } from '../../src/config/config.ts'

it('names every wrong variable together', () => {
  const load = () => loadConfig({ PORT: 'abc', XIAOER_SECRET: 'short', MESSAGE_RATE: 'x', DATABASE_URL: 'mysql://' })

  expect(load).toThrow(/PORT: [\s\S]*DATABASE_URL: [\s\S]*XIAOER_SECRET: [\s\S]*MESSAGE_RATE: /)
})

it('takes an empty variable for one that is not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

it('lets several nodes start only on one database and with one secret', () => {
  const shared = {
    REDIS_URL: 'redis://127.0.0.1:6379',
    DATABASE_URL: 'postgres://127.0.0.1/xiaoer',
    XIAOER_SECRET: 'x'.repeat(32),
    DEMO: 'false',
  }
  const load = (more: Record<string, string>) => () => loadConfig({ ...shared, ...more })

  expect(load({})().redisUrl).toBe('redis://127.0.0.1:6379')
  expect(load({ DATABASE_URL: '' })).toThrow(/DATABASE_URL: is needed with REDIS_URL/)
  expect(load({ XIAOER_SECRET: '' })).toThrow(/XIAOER_SECRET: is needed with REDIS_URL/)
  expect(load({ DATABASE_URL: '', XIAOER_SECRET: '' })).toThrow(/DATABASE_URL: [\s\S]*XIAOER_SECRET: /)
  expect(load({ DEMO: 'true' })).toThrow(/XIAOER_IDENTITY_SECRET: is needed/)
  expect(load({ REDIS_URL: 'http://127.0.0.1' })).toThrow(/REDIS_URL: must begin with redis/)
  expect(load({ REDIS_URL: '', DATABASE_URL: '', XIAOER_SECRET: '' })().redisUrl).toBeUndefined()
})

it("takes the shop's API with its token, and only an address that can be one", () => {
  const url = 'https://shop.example.com/xiaoer'
  const api = { SHOP_API_URL: `${url}/`, SHOP_API_TOKEN: 'abc' }
  const load = (more: Record<string, string>) => () => loadConfig({ ...api, ...more })

  expect(loadConfig({}).shopApi).toBeUndefined()
  expect(load({})().shopApi).toEqual({ url, token: 'abc', timeoutMs: 1500, allowPrivate: false })
  expect(load({ SHOP_API_TIMEOUT_MS: '400' })().shopApi).toMatchObject({ timeoutMs: 400 })
  expect(load({ SHOP_API_ALLOW_PRIVATE: 'true' })().shopApi).toMatchObject({ allowPrivate: true })
  expect(load({ SHOP_API_TOKEN: '' })).toThrow(/SHOP_API_TOKEN: /)
  expect(load({ SHOP_API_URL: '', PORT: 'abc' })).toThrow(/PORT: [\s\S]*SHOP_API_TOKEN: /)
  for (const wrong of ['ftp://shop.example.com', 'file:///etc/passwd', 'shop', 'https://a:b@x.cn', `${url}?key=1`]) {
    expect(load({ SHOP_API_URL: wrong })).toThrow(/SHOP_API_URL: /)
  }
})

it('opens the demo shop only where no address says that this is a real one', () => {
  const publicUrl = { PUBLIC_URL: 'https://chat.example.com' }

  expect([{}, publicUrl, { ...publicUrl, DEMO: 'true' }, { DEMO: 'false' }].map((one) => loadConfig(one).demo)).toEqual(
    [true, false, true, false],
  )
})

it('takes several API keys, and refuses one that could be guessed', () => {
  const [one, other] = ['a'.repeat(32), 'b'.repeat(40)]

  expect(loadConfig({ XIAOER_API_KEY: `${one}, ${other}` }).apiKeys).toEqual([one, other])
  expect(loadConfig({}).apiKeys).toEqual([])
  expect(() => loadConfig({ XIAOER_API_KEY: `${one},short` })).toThrow(/XIAOER_API_KEY: each key must have at least 32/)
})

it('makes backups only of SQLite, and never into the data itself', () => {
  const load = (more: Record<string, string>) => () => loadConfig({ BACKUP_DIR: '/mnt/backups', ...more })

  expect(loadConfig({}).backup).toBeUndefined()
  expect(load({})().backup).toEqual({ folder: '/mnt/backups', everyMilliseconds: 86_400_000, keep: 7 })
  expect(load({ BACKUP_EVERY_HOURS: '0.5', BACKUP_KEEP: '3' })().backup).toMatchObject({ everyMilliseconds: 1_800_000 })
  expect(load({ DATABASE_URL: 'postgres://127.0.0.1/xiaoer' })).toThrow(/BACKUP_DIR: is for SQLite/)
  expect(load({ DATA_DIR: '/mnt/backups/' })).toThrow(/BACKUP_DIR: must be another folder/)
  expect(load({ BACKUP_KEEP: '0', BACKUP_EVERY_HOURS: '0' })).toThrow(/BACKUP_EVERY_HOURS: [\s\S]*BACKUP_KEEP: /)
})

it('cannot be changed once it is read', () => {
  const config = loadConfig({})

  expect(Object.isFrozen(config)).toBe(true)
})

it('explains every variable in .env.example', () => {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8')
  const source = readFileSync(join(ROOT, 'src/config/config.ts'), 'utf8')
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? '')

  expect(read.length).toBeGreaterThan(10)
  expect(read.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example))).toEqual([])
})
