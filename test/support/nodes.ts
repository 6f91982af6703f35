import { openPostgres } from '../../src/storage/postgres.ts'
import { createDatabase, POSTGRES_URL } from './postgres-database.ts'
import { startProxy, type TcpProxy } from './tcp-proxy.ts'
import { startTestApp, type TestApp, type TestOptions } from './test-app.ts'

/** Where a real Redis is, if the tests were given one. */
export const REDIS_URL = process.env['TEST_REDIS_URL']

/** Whether the tests were given what several nodes need. */
export const canShare = POSTGRES_URL !== undefined && REDIS_URL !== undefined

export const SHARED_SECRET = 'the-same-secret-on-every-node-of-the-test'

export interface Node {
  readonly app: TestApp
  readonly url: string
}

/** A Redis that a test can cut off from one node or all. */
export function startRedisLine(): Promise<TcpProxy> {
  return startProxy([Number(new URL(REDIS_URL ?? '').port || 6379)])
}

export function redisUrlOf({ port }: TcpProxy): string {
  const url = new URL(REDIS_URL ?? '')
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return url.href
}

/** Several nodes in this process, on one database of their own; each reaches Redis by the line at its place. */
export async function startNodes(
  lines: readonly TcpProxy[],
  environment: Readonly<Record<string, string>> = {},
  options: (place: number) => Pick<TestOptions, 'folder' | 'models'> = () => ({}),
): Promise<AsyncDisposable & { readonly nodes: readonly Node[] }> {
  const database = await createDatabase()
  const started: { node: Node; close(): Promise<void> }[] = []
  for (const [place, line] of lines.entries()) {
    const opened = await openPostgres(database.url)
    const app = await startTestApp({
      ...options(place),
      opened,
      environment: {
        DATABASE_URL: database.url,
        REDIS_URL: redisUrlOf(line),
        XIAOER_SECRET: SHARED_SECRET,
        ...environment,
      },
    })
    const { url } = await app.app.listen()
    const close = async () => {
      await app[Symbol.asyncDispose]()
      await opened.storage.close()
    }
    started.push({ node: { app, url }, close })
  }
  return {
    nodes: started.map(({ node }) => node),
    [Symbol.asyncDispose]: async () => {
      for (const { close } of started) await close()
      await database.drop()
    },
  }
}
