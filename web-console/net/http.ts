import type { ErrorBody } from '../../src/protocol/http.ts'
import { Refusal } from './refusal.ts'

const TIMEOUT = 15_000
let csrf = ''

/** Kept for every request that changes something; it comes with the session. */
export function setCsrf(token: string): void {
  csrf = token
}

/** For requests that are not made here. */
export function currentCsrf(): string {
  return csrf
}

async function toRefusal(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined
  return new Refusal(body?.code ?? 'internal', body?.message ?? response.statusText, response.status)
}

async function call(method: string, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  if (method !== 'GET' && csrf) headers.set('x-xiaoer-csrf', csrf)
  const signal = AbortSignal.timeout(TIMEOUT)
  const response = await fetch(path, { ...init, method, headers, signal, credentials: 'same-origin' }).catch(() => {
    throw new Refusal('offline', 'The server cannot be reached.', 0)
  })
  if (!response.ok) throw await toRefusal(response)
  return response
}

/** Asks the API; throws a `Refusal` for everything that is not a success. */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<T> {
  const init = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
  const response = await call(method, path, init)
  const text = await response.text()
  return (text ? JSON.parse(text) : {}) as T
}
