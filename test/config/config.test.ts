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
