import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import type { Attempt } from '../../domain/webhook.ts'
import type { WebhookSender } from '../../ports/webhooks.ts'
import type { Clock } from '../../ports/world.ts'
import { toWebhookBody } from '../../protocol/webhook-bodies.ts'
import { isPublicAddress } from '../addresses.ts'
import { createGuardedFetch, type Fetch, type GuardOptions } from '../guarded-fetch.ts'

export interface SenderOptions {
  /** Hosts that may be inside one's own network, and without https. */
  readonly allowHosts: readonly string[]
  readonly clock: Clock
  readonly timeoutMs?: number
  /** How names become addresses; a test's own. */
  readonly resolve?: GuardOptions['resolve']
}

const TIMEOUT = 10_000
/** So much of an answer is kept. */
const MOST_BYTES = 2048

/** Sends signed bodies to addresses of the internet, and to those hosts that the shop allows. A redirect is never followed. */
export function createWebhookSender({ allowHosts, clock, timeoutMs = TIMEOUT, resolve }: SenderOptions): WebhookSender {
  const look = resolve && { resolve }
  const guarded = createGuardedFetch({ allowPrivate: false, ...look })
  const open = createGuardedFetch({ allowPrivate: true, ...look })
  const isAllowed = ({ hostname }: URL) => allowHosts.includes(hostname)
  const refusalOf = (address: string) => refuse(address, isAllowed)

  return {
    refusalOf,
    toBody: (event) => JSON.stringify(toWebhookBody(event)),
    send: async ({ id, event, body, attempts }, { url, keys }) => {
      const at = clock.now()
      const begun = performance.now()
      const took = (): Pick<Attempt, 'at' | 'milliseconds'> => ({
        at,
        milliseconds: Math.round(performance.now() - begun),
      })
      const refusal = refusalOf(url)
      if (refusal !== undefined) return { ...took(), error: refusal }

      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'xiaoer-webhooks/1',
        'x-xiaoer-delivery': id,
        'x-xiaoer-event': event,
        'x-xiaoer-attempt': String(attempts),
        'x-xiaoer-signature': signatureOf(body, keys, at),
      }
      try {
        const reach = isAllowed(new URL(url)) ? open : guarded
        const { status, answer } = await post(reach, url, { headers, body, timeoutMs })
        return { ...took(), status, answer }
      } catch (error) {
        return { ...took(), error: explain(error, timeoutMs) }
      }
    },
  }
}

/** `t=<seconds>,v1=<hex>`: one `v1` per key, while one is being exchanged. */
export function signatureOf(body: string, keys: readonly string[], at: number): string {
  const t = Math.floor(at / 1000)
  const signed = keys.map((key) => `v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}`)
  return [`t=${t}`, ...signed].join(',')
}

function refuse(address: string, isAllowed: (url: URL) => boolean): string | undefined {
  if (!URL.canParse(address)) return 'This is no address. Write https:// and the whole of it.'
  const url = new URL(address)
  if (url.username || url.password) return 'The address must hold no name and no password.'
  if (isAllowed(url) && /^https?:$/.test(url.protocol)) return undefined
  if (url.protocol !== 'https:')
    return 'The address must begin with https:// (or its host stand in WEBHOOK_ALLOW_HOSTS).'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host)))
    return `${url.hostname} is not an address of the internet. Name it in WEBHOOK_ALLOW_HOSTS if it is meant.`
  return undefined
}

async function post(
  reach: Fetch,
  url: string,
  { headers, body, timeoutMs }: { headers: Record<string, string>; body: string; timeoutMs: number },
): Promise<{ status: number; answer: string }> {
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await reach(url, { headers, body, redirect: 'manual', signal })
  const answer = await readBeginning(response).catch(() => '')
  return { status: response.status, answer }
}

/** Whoever answers without end is listened to no longer than that. */
async function readBeginning(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= MOST_BYTES) break
  }
  // A text column of PostgreSQL bears no NUL.
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8').replaceAll('\u0000', '\ufffd')
}

function explain(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name))
    return `No answer within ${timeoutMs / 1000} s.`
  if (error instanceof Error && 'code' in error) return `${String(error.code)}: ${error.message}`.slice(0, 300)
  return error instanceof Error ? error.message.slice(0, 300) : 'It could not be sent.'
}
