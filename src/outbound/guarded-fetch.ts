import { lookup as resolve } from 'node:dns'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from './addresses.ts'

/** The part of `fetch` that is used by what goes out. A redirect is an answer like any other and is never followed. */
export type Fetch = (
  url: string,
  init: {
    headers: Record<string, string>
    redirect: 'manual'
    signal: AbortSignal
    /** With a body it is a POST. */
    body?: string
  },
) => Promise<Response>

/** The address leads into a network of one's own. */
export class InnerAddressError extends Error {
  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, which is not an address of the internet`)
    this.name = 'InnerAddressError'
  }
}

export interface GuardOptions {
  /** Whether it may go to addresses of one's own network, and this machine. */
  readonly allowPrivate: boolean
  /** How names become addresses; a test's own. */
  readonly resolve?: typeof resolve
}

const NO_BODY = [101, 204, 205, 304]
const DECODERS = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress } as const

/**
 * Fetches from the internet and nowhere else. What is checked is the address that is connected to, after the name was
 * resolved: a name that leads inside, now or at the next look, leads nowhere.
 */
export function createGuardedFetch({ allowPrivate, resolve: look = resolve }: GuardOptions): Fetch {
  const lookup: LookupFunction = (host, options, done) => {
    look(host, { ...options, all: true }, (error, addresses) => {
      const inner = error || allowPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
      if (error || inner) return done(error ?? new InnerAddressError(host, inner?.address ?? ''), [], 0)
      const [first] = addresses
      return options.all ? done(null, addresses) : done(null, first?.address ?? '', first?.family ?? 0)
    })
  }
  const agents = {
    http: new HttpAgent({ keepAlive: true, lookup }),
    https: new HttpsAgent({ keepAlive: true, lookup }),
  }

  return async (address, { headers, signal, body }) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // No look-up is made for what is an address already.
    if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new InnerAddressError(url.hostname, host)

    const secure = url.protocol === 'https:'
    const method = body === undefined ? 'GET' : 'POST'
    const options = { method, headers: { 'accept-encoding': 'gzip, br', ...headers }, signal }
    const message = await new Promise<IncomingMessage>((done, failed) => {
      const sent = secure
        ? requestHttps(url, { ...options, agent: agents.https }, done)
        : requestHttp(url, { ...options, agent: agents.http }, done)
      sent.once('error', failed).end(body)
    })
    return toResponse(message)
  }
}

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 502
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  if (NO_BODY.includes(status)) {
    message.resume()
    return new Response(null, { status: status === 101 ? 502 : status, headers })
  }
  return new Response(Readable.toWeb(decoded(message)) as ReadableStream, { status, headers })
}

function decoded(message: IncomingMessage): Readable {
  const coding = message.headers['content-encoding']?.trim().toLowerCase() as keyof typeof DECODERS | undefined
  const decoder = coding === undefined ? undefined : DECODERS[coding]?.()
  if (!decoder) return message

  // What breaks on the way breaks whoever reads.
  message.once('error', (error) => decoder.destroy(error))
  decoder.once('close', () => message.destroy())
  return message.pipe(decoder)
}
