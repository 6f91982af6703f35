import type { Agent } from '../../src/domain/agent.ts'
import type { SessionView } from '../../src/protocol/http.ts'
import { cookieOf, type TestApp } from './test-app.ts'

/** What a signed-in browser of an agent asks the API. */
export interface ConsoleApi {
  call(method: string, path: string, body?: object): Promise<Response>
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
}

const addresses = new WeakMap<TestApp, Promise<{ url: string }>>()

/** The API as this agent's browser calls it; the server listens once. */
export async function consoleApi(app: TestApp, agent: Agent): Promise<ConsoleApi> {
  const listening = addresses.get(app) ?? app.app.listen()
  addresses.set(app, listening)
  const { url } = await listening
  const cookie = await cookieOf(app, agent)
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as SessionView
  const call = (method: string, path: string, body?: object) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    call,
    get: async <T>(path: string) => (await (await call('GET', path)).json()) as T,
    post: async <T>(path: string, body: object) => (await (await call('POST', path, body)).json()) as T,
  }
}
