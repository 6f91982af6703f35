import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PUBLIC_DIR } from '../../src/config/config.ts'
import { createHttpApp } from '../../src/http/app.ts'
import { createLimiters } from '../../src/nodes/limiters.ts'
import { attachRealtime } from '../../src/realtime/server.ts'
import { createUploads } from '../../src/storage/uploads.ts'
import type { TestApp } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const ROOMY = { points: 1000, seconds: 1 }

/** The same shop behind a proxy that ends https: `publicUrl` is what browsers see, `url` where the test knocks. */
export async function serveAs({ app, deps }: TestApp, publicUrl: string) {
  const config = {
    publicUrl,
    publicDir: PUBLIC_DIR,
    mediaDir: join(TEST_SHOP, 'media'),
    trustProxy: true,
    apiKeys: [],
    metricsToken: undefined,
    allowedOrigins: undefined,
    limits: { messages: ROOMY, addresses: ROOMY, shop: ROOMY, sessions: ROOMY, visitors: ROOMY },
  }
  const uploads = createUploads(join(tmpdir(), `xiaoer-uploads-${deps.ids.next()}`))
  const limiters = createLimiters()
  const health = { read: () => Promise.reject(new Error('nobody asks here')) }
  const server = createServer(
    createHttpApp({ deps, uploads, limiters, metrics: app.metrics, health, demo: undefined, config }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const realtime = attachRealtime(server, { deps, events: app.events, connections: app.connections, limiters, config })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await realtime.close()
    },
  }
}
