import { request as askServer, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a server says to a browser: answers to requests, or what it tells on the live connection. */
export type Said = 'answers' | 'news'

/** The line between one signed-in browser and its server. It carries the cookie; a test can cut it, or hold back what is said on it. */
export interface BrowserLine extends AsyncDisposable {
  /** Where the browser finds the server. */
  readonly host: string
  /** Ends every connection and takes none. */
  cut(): void
  /** Lets connections through again. */
  mend(): void
  isOpen(): boolean
  /** What the server says from now on comes late, but all of it and in its order. */
  hold(what: Said): void
  /** Now it comes. */
  release(): void
  /** How many answers are held back now. */
  heldAnswers(): number
  /** From now on nothing is told any more in which this event is. */
  lose(event: string): void
  /** Whether an answer may not come at once. */
  isTroubled(): boolean
}

const BETWEEN = '\u001e'
const NOOP = '6'

const isLive = ({ url = '' }: IncomingMessage) => url.startsWith('/socket.io/')

/** Engine.IO's packets of one poll; an empty answer would be none. */
function withoutLost(packets: string, event: string): string {
  const kept = packets.split(BETWEEN).filter((packet) => !packet.includes(`["${event}"`))
  return kept.join(BETWEEN) || NOOP
}

export async function openBrowserLine(server: string, cookie: string): Promise<BrowserLine> {
  const { hostname, port } = new URL(server)
  const open = new Set<Socket>()
  const live = new Set<Socket>()
  const held = new Map<Said, { readonly over: Promise<void>; end(): void }>()
  let isCut = false
  let heldAnswers = 0
  let lost: string | undefined
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
  }

  const passOn = (asked: IncomingMessage, response: ServerResponse) => {
    const headers = { ...asked.headers, cookie }
    const ask = askServer({ hostname, port, path: asked.url, method: asked.method, headers, agent: false })
    ask.once('response', async (answer) => {
      if (isLive(asked)) await held.get('news')?.over
      else await heldBack()
      // A connection that is kept for the next request would be found cut only by that request.
      const { 'content-length': _, ...headers } = answer.headers
      response.writeHead(answer.statusCode ?? 502, { ...headers, connection: 'close' })
      if (lost === undefined || !isLive(asked)) answer.pipe(response)
      else response.end(withoutLost(await text(answer), lost))
    })
    ask.once('error', () => response.destroy())
    asked.pipe(ask)
  }
  const heldBack = async () => {
    heldAnswers += 1
    await held.get('answers')?.over
    heldAnswers -= 1
  }
  const upgrade = (asked: IncomingMessage, client: Socket) => {
    const up = connect(Number(port), hostname)
    keep(up)
    live.add(up)
    up.once('close', () => {
      live.delete(up)
      client.destroy()
    })
    client.once('close', () => up.destroy())
    const lines = Object.entries({ ...asked.headers, cookie }).map(([name, value]) => `${name}: ${String(value)}`)
    up.write([`GET ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    up.on('data', (chunk) => {
      if (lost === undefined || !chunk.includes(`["${lost}"`)) client.write(chunk)
    })
    client.on('data', (chunk) => up.write(chunk))
    if (held.has('news')) up.pause()
  }

  const proxy = createServer(passOn)
  proxy.on('upgrade', upgrade)
  proxy.on('connection', (socket) => {
    if (isCut) socket.destroy()
    else keep(socket)
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const release = () => {
    for (const { end } of held.values()) end()
    held.clear()
    for (const socket of live) socket.resume()
  }
  const cut = () => {
    isCut = true
    for (const socket of open) socket.destroy()
    release()
  }
  return {
    host: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false
    },
    isOpen: () => !isCut,
    hold: (what) => {
      if (held.has(what)) return
      let end: () => void = () => undefined
      const over = new Promise<void>((resolve) => {
        end = resolve
      })
      held.set(what, { over, end })
      if (what === 'news') for (const socket of live) socket.pause()
    },
    release,
    heldAnswers: () => heldAnswers,
    lose: (event) => {
      lost = event
    },
    isTroubled: () => isCut || held.size > 0,
    [Symbol.asyncDispose]: async () => {
      cut()
      await new Promise((resolve) => {
        proxy.close(resolve)
      })
    },
  }
}
