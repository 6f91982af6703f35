import { openSession } from '../../src/actions/agents/sessions.ts'
import type { Deps } from '../../src/actions/deps.ts'
import type { App } from '../../src/app/app.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { SessionView } from '../../src/protocol/http.ts'

/** What a signed-in browser of an agent asks the API. */
export interface ConsoleApi {
  /** Where the server listens. */
  readonly url: string
  call(method: string, path: string, body?: object): Promise<Response>
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
}

/** A shop of a test's own, whichever it is. */
interface TestShop {
  readonly app: Pick<App, 'listen'>
  readonly deps: Deps
}

const addresses = new WeakMap<TestShop, Promise<{ url: string }>>()

/** The API as this agent's browser calls it; the server listens once. */
export async function consoleApi(shop: TestShop, agent: Agent): Promise<ConsoleApi> {
  const listening = addresses.get(shop) ?? shop.app.listen()
  addresses.set(shop, listening)
  const { url } = await listening
  const { secret } = await openSession(shop.deps, agent)
  const cookie = `xiaoer_session=${secret}`
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as SessionView
  const call = (method: string, path: string, body?: object) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    url,
    call,
    get: async <T>(path: string) => (await (await call('GET', path)).json()) as T,
    post: async <T>(path: string, body: object) => (await (await call('POST', path, body)).json()) as T,
  }
}
