import { openSession } from '../../src/actions/agents/sessions.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Agent, Role } from '../../src/domain/agent.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import type { DemandedOf, SecurityPolicy } from '../../src/domain/second-step.ts'
import type { SessionView } from '../../src/protocol/http.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

export const API_KEY = 'the-key-of-the-shops-own-system-0001'

/** A shop with everybody in it, and what they have to do with. */
export interface GivenShop extends AsyncDisposable {
  readonly app: TestApp
  readonly url: string
  /** What the owner demands of whom; a test may change it. */
  readonly security: { secondStep: DemandedOf }
  readonly people: Readonly<Record<Role | 'colleague', Agent>>
  /** A conversation with a word of the shopper's, still the bot's. */
  talk(): Promise<{ id: string; customerId: string; token: string }>
  /** One that this agent holds. */
  held(by: Agent): Promise<{ id: string; customerId: string; token: string }>
  caseNumber(): Promise<string>
  /** A request as this agent's browser makes it; without the header that proves our page where `forged`. */
  call(who: Agent, method: string, path: string, options?: { body?: unknown; forged?: boolean }): Promise<Response>
}

/** With a group, and agents who may hold as many conversations as a test gives them. */
function roomy(knowledge: KnowledgeBase, security: SecurityPolicy): KnowledgeBase {
  const groups = [{ id: 'after_sales', name: '售后', intents: [], reasons: [] }]
  return { ...knowledge, security, desk: { ...knowledge.desk, groups, strategy: 'manual', limit: 1000 } }
}

/** On SQLite in memory, or what it is given. */
export async function openGivenShop(opened?: OpenedStorage): Promise<GivenShop> {
  const environment = { XIAOER_API_KEY: API_KEY }
  const security = { secondStep: 'nobody' as DemandedOf }
  const knowledge = (one: KnowledgeBase) => roomy(one, security)
  const app = await startTestApp({ environment, knowledge, ...(opened && { opened }) })
  const { url } = await app.app.listen()
  const people = {
    agent: await app.agent('Mina'),
    colleague: await app.agent('Noor'),
    supervisor: await app.agent('Sofie', { role: 'supervisor' }),
    owner: await app.agent('Olga', { role: 'owner' }),
  }
  const talk = async () => {
    const session = await app.visitor()
    const message = await app.say(session, '包邮吗')
    return { id: message.conversationId, customerId: session.customer.id, token: session.visitorToken }
  }
  return {
    app,
    url,
    security,
    people,
    talk,
    held: async (by) => {
      const session = await app.visitor()
      await app.say(session, '转人工')
      await claimConversation(app.deps, by, session.conversation.id)
      return { id: session.conversation.id, customerId: session.customer.id, token: session.visitorToken }
    },
    caseNumber: async () => {
      const { id, customerId } = await talk()
      const at = app.clock.now()
      const draft = { key: id, type: 'return', title: '亚麻裙', details: [], evidence: [] } as const
      const opened = await openCase(app.deps, { ...draft, customerId, conversationId: id, dueAt: at + 1, at })
      return opened.number
    },
    call: async (who, method, path, { body, forged = false } = {}) => {
      // Anew each time: what is asked may be the end of the session.
      const { cookie, csrf } = await signIn(app, url, who)
      return fetch(`${url}${path}`, {
        method,
        headers: { cookie, ...(!forged && { 'x-xiaoer-csrf': csrf }), 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

async function signIn({ deps }: TestApp, url: string, who: Agent): Promise<{ cookie: string; csrf: string }> {
  const { secret } = await openSession(deps, who)
  const cookie = `xiaoer_session=${secret}`
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  return { cookie, csrf: ((await session.json()) as SessionView).csrf }
}
