import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { isPublicAddress } from '../../src/outbound/addresses.ts'
import { createShopConnector } from '../../src/outbound/connector/create-connector.ts'
import { createGuardedFetch, type GuardOptions } from '../../src/outbound/guarded-fetch.ts'
import { createClock } from '../support/clock.ts'

/** A server on this machine that counts who came. */
async function serve(answer: RequestListener = (_, response) => void response.end('{"secret":1}')) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Names that lead where a test says. */
function names(found: readonly string[]): NonNullable<GuardOptions['resolve']> {
  const look = (_: string, __: object, done: (error: null, found: object[]) => void) => {
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return look as unknown as NonNullable<GuardOptions['resolve']>
}

const init = { headers: {}, redirect: 'manual', signal: AbortSignal.timeout(10_000) } as const

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
    ...['169.254.169.254', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
    ],
    ...[
      '64:ff9b::7f00:1',
      '64:ff9b::a9fe:a9fe',
      '2002:7f00:1::',
      '2001::1',
      '2001:db8::1',
      '100::1',
      '::ffff:0:127.0.0.1',
    ],
    ...['', 'localhost', '1', '0x7f000001', '127.1'],
  ])('%s is not of the internet', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['1.1.1.1', '223.5.5.5', '172.32.0.1', '100.128.0.1', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('what goes out', () => {
  it.each([
    ...['http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://[::1]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'],
    ...[
      'http://2130706433:PORT/',
      'http://0x7f.1:PORT/',
      'http://0177.0.0.1:PORT/',
      'http://127.1:PORT/',
      'http://0:PORT/',
    ],
    ...['http://①②⑦.0.0.1:PORT/', 'http://127。0。0。1:PORT/', 'http://169.254.169.254/latest/meta-data/'],
  ])('does not go to %s', async (address) => {
    await using server = await serve()
    const guarded = createGuardedFetch({ allowPrivate: false })

    await expect(guarded(address.replace('PORT', String(server.port)), init)).rejects.toThrow(
      /not an address of the internet/,
    )

    expect(server.seen).toEqual([])
  })

  it.each([
    ['leads inside', ['127.0.0.1']],
    ['leads outside and inside', ['1.1.1.1', '127.0.0.1']],
    ['leads inside by the other version', ['::ffff:127.0.0.1']],
    ['leads to the metadata of a cloud', ['169.254.169.254']],
  ])('does not go where a name %s', async (_, addresses) => {
    await using server = await serve()
    const guarded = createGuardedFetch({ allowPrivate: false, resolve: names(addresses) })

    await expect(guarded(`http://shop.test:${server.port}/`, init)).rejects.toThrow(/shop\.test leads to/)

    expect(server.seen).toEqual([])
  })

  it('goes inside where that is meant', async () => {
    await using server = await serve()
    const guarded = createGuardedFetch({ allowPrivate: true, resolve: names(['127.0.0.1']) })

    const response = await guarded(`http://shop.test:${server.port}/orders/1?x=2`, init)

    expect(await response.json()).toEqual({ secret: 1 })
    expect(server.seen).toEqual(['/orders/1?x=2'])
  })

  it('follows no redirect, inside or outside', async () => {
    await using inner = await serve()
    await using outer = await serve((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` }).end()
    })
    const guarded = createGuardedFetch({ allowPrivate: true })

    const { status } = await guarded(`http://127.0.0.1:${outer.port}/`, init)

    expect(status).toBe(302)
    expect(inner.seen).toEqual([])
  })

  it.each([
    ['gzip', gzipSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
    ['identity', Buffer.from('{"a":1}')],
  ])('reads what comes as %s', async (coding, body) => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body)
    })

    const response = await createGuardedFetch({ allowPrivate: true })(`http://127.0.0.1:${server.port}/`, init)

    expect(await response.json()).toEqual({ a: 1 })
  })

  it('breaks off with whoever gives up', async () => {
    await using server = await serve((_, response) => void response.writeHead(200).write('{'))
    const control = new AbortController()

    const response = await createGuardedFetch({ allowPrivate: true })(`http://127.0.0.1:${server.port}/`, {
      ...init,
      signal: control.signal,
    })
    control.abort()

    await expect(response.text()).rejects.toThrow()
  })

  it('tells the owner of a shop inside the network what to set', async () => {
    await using server = await serve()
    const api = { url: `http://127.0.0.1:${server.port}`, token: 't', timeoutMs: 5000, allowPrivate: false }
    const connector = createShopConnector(api, { clock: createClock() })

    await expect(connector.findOrder('1')).rejects.toMatchObject({
      reason: 'inner_address',
      message: expect.stringContaining('set SHOP_API_ALLOW_PRIVATE=true'),
    })
    expect(server.seen).toEqual([])
  })

  it('goes out by this way only', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
    const going = files.filter((path) =>
      /(?:await|return|=>?) fetch\(|requestHttps?\(|from 'node:(?:https|dns|tls)'/.test(readFileSync(path, 'utf8')),
    )

    expect(files.length).toBeGreaterThan(300)
    // The doctor asks its own machine whether 小二 serves there; the demo shop's own script runs in a browser.
    expect(going.map((path) => path.slice(ROOT.length)).toSorted()).toEqual([
      'src/app/doctor/check-serving.ts',
      'src/http/demo-shop/shop-js.ts',
      'src/outbound/guarded-fetch.ts',
    ])
  })
})
