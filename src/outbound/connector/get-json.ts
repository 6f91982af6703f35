import { ShopError } from '../../ports/shop-connector.ts'
import { type Fetch, InnerAddressError } from '../guarded-fetch.ts'

/** Where the shop's API is. */
export interface ShopApi {
  /** Without a slash at its end. */
  readonly url: string
  readonly token: string
  /** For a call as a whole, its retry included. */
  readonly timeoutMs: number
  /** Whether it may be inside one's own network. */
  readonly allowPrivate: boolean
}

export interface Wire {
  readonly fetch: Fetch
  pause(milliseconds: number): Promise<void>
}

/** What is asked: `call` names it in errors, without anybody's number in it. */
export interface Question {
  readonly call: string
  readonly url: string
}

const MOST_BYTES = 2 * 1024 * 1024
const WORTH_A_RETRY = [502, 503, 504]

/** Asks the shop for JSON; `undefined` where it knows no such thing (404). Throws `ShopError` only. */
export async function getJson(api: ShopApi, wire: Wire, question: Question): Promise<unknown> {
  const signal = AbortSignal.timeout(api.timeoutMs)
  try {
    return await ask(api, wire, question, signal)
  } catch (error) {
    if (!isWorthARetry(error)) throw error
    // Not all at the same moment: a shop that has just restarted would fall over again.
    await wire.pause(50 + Math.random() * 100)
    return ask(api, wire, question, signal)
  }
}

/** Whether the shop is down, or would be better left alone. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof ShopError)) return false
  return error.reason === 'timeout' || error.reason === 'network' || (error.status ?? 0) >= 500 || error.status === 429
}

function isWorthARetry(error: unknown): boolean {
  return (
    error instanceof ShopError &&
    (error.reason === 'network' || WORTH_A_RETRY.some((status) => status === error.status))
  )
}

async function ask(api: ShopApi, wire: Wire, { call, url }: Question, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json', authorization: `Bearer ${api.token}`, 'user-agent': 'xiaoer' }
  const toShopError = (cause: unknown): ShopError => {
    if (signal.aborted) return new ShopError(call, 'timeout', { text: `no answer within ${api.timeoutMs} ms`, cause })
    if (cause instanceof InnerAddressError) return new ShopError(call, 'inner_address', { text: explain(cause), cause })
    return new ShopError(call, 'network', { text: 'the shop cannot be reached', cause })
  }

  const response = await wire.fetch(url, { headers, redirect: 'manual', signal }).catch((cause: unknown) => {
    throw toShopError(cause)
  })
  const refusal = refusalOf(call, response)
  if (response.status === 404 || refusal) {
    // What is not read would keep the connection busy.
    await response.body?.cancel().catch(() => undefined)
    if (refusal) throw refusal
    return undefined
  }

  const text = await readText(response).catch((cause: unknown) => {
    throw toShopError(cause)
  })
  if (text === undefined) throw new ShopError(call, 'too_large', { text: `answered more than ${MOST_BYTES} bytes` })
  return parse(call, text)
}

function explain({ message }: InnerAddressError): string {
  return `${message}. If SHOP_API_URL is meant to be inside your own network, set SHOP_API_ALLOW_PRIVATE=true`
}

function refusalOf(call: string, { status, ok }: Response): ShopError | undefined {
  if (ok || status === 404) return undefined
  if (status >= 300 && status < 400) return new ShopError(call, 'redirect', { text: `redirects (${status})` })
  return new ShopError(call, 'status', { text: `answered ${status}`, status })
}

/** The whole body, counted after it was unpacked; undefined once it is more than we take. */
async function readText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(call: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words quote the text, which may be anybody's data.
    throw new ShopError(call, 'invalid', { text: 'the answer is not JSON' })
  }
}
