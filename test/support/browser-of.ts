import type { Agent } from '../../src/domain/agent.ts'
import type { SessionView } from '../../src/protocol/http.ts'
import { cookieOf, type TestApp } from './test-app.ts'

/** A signed-in browser of this agent; the server listens once. */
export async function browserOf(app: TestApp, agent: Agent, listening?: string) {
  const url = listening ?? (await app.app.listen()).url
  const cookie = await cookieOf(app, agent)
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as SessionView
  const call = (method: string, path: string, body?: object, token = csrf) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': token, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  return { url, cookie, call, get: async <T>(path: string) => (await (await call('GET', path)).json()) as T }
}
