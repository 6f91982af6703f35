import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a receiver was sent. */
export interface Received {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Another system that takes webhooks, on a port of its own. */
export interface Receiver extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers from now on; with `undefined` it never does. */
  answer(status: number | undefined, text?: string, headers?: Record<string, string>): void
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let reply: { status: number | undefined; text: string; headers: Record<string, string> } = {
    status: 200,
    text: 'ok',
    headers: {},
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    if (reply.status !== undefined) response.writeHead(reply.status, reply.headers).end(reply.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: (status, text = '', headers = {}) => {
      reply = { status, text, headers }
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
