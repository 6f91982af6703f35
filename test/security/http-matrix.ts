import { createInvite } from '../../src/actions/agents/invite.ts'
import { addCustomerNote } from '../../src/actions/customers/customer-notes.ts'
import { discardDraft } from '../../src/actions/knowledge/discard-draft.ts'
import { publishDraft } from '../../src/actions/knowledge/publish-draft.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { planFollowUp } from '../../src/actions/todos/plan-follow-up.ts'
import type { Agent, Role } from '../../src/domain/agent.ts'
import { SHOP_DATA_EXAMPLES } from '../../src/http/openapi/examples.ts'
import type { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { DRAFT_INTENT_MATRIX } from './draft-intent-matrix.ts'
import type { GivenShop } from './given-shop.ts'

/** A request to this route that would do its work: what stands for the braces, a query, a body. */
export interface Asked {
  readonly put?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
}

export interface Row {
  /** The least role that may; `anybody` needs no session, `key` the key of the shop's own system. */
  readonly least: Role | 'anybody' | 'key'
  readonly ask: (shop: GivenShop, me: Agent) => Promise<Asked> | Asked
  /** The same about something that belongs to another agent: who may nevertheless, and what the others are told. */
  readonly others?: {
    readonly least: Role | 'nobody'
    readonly code: string
    readonly ask: (shop: GivenShop, owner: Agent, me: Agent) => Promise<Asked> | Asked
  }
  /** What a good request is answered with, where it is not 200. */
  readonly status?: number
}

export type Route = keyof typeof HTTP_ROUTES

const nothing = () => ({})
const talk = async (shop: GivenShop) => ({ put: { id: (await shop.talk()).id } })
const customer = (body?: unknown) => async (shop: GivenShop) => ({ put: { id: (await shop.talk()).customerId }, body })
const canned = (scope: 'personal' | 'team') => ({
  scope,
  code: `c${++count}`,
  title: '规则',
  messages: [{ kind: 'text', text: { zh: '好的' } }],
})
let count = 0

async function cannedOf(shop: GivenShop, writer: Agent, scope: 'personal' | 'team' = 'personal') {
  const made = await shop.call(writer, 'POST', '/api/v1/canned-replies', { body: canned(scope) })
  const { reply } = (await made.json()) as { reply: { id: string } }
  return reply.id
}

async function noteOf({ app, talk }: GivenShop, writer: Agent) {
  const { customerId } = await talk()
  return (await addCustomerNote(app.deps, writer, { customerId, text: '喜欢宽松' })).id
}

async function drafted({ app, people }: GivenShop, text: string) {
  const { deps } = app
  await discardDraft(deps, people.owner)
  return (await saveDraftFile(deps, people.owner, { path: `faq/new-${++count}.yaml`, text })).print
}

async function checkedDraft(shop: GivenShop) {
  const print = await drafted(shop, 'intents: []')
  const tests = { total: 0, failed: [], newlyFailed: [] }
  const found = { problems: [], warnings: [], tests, confusion: [], regressions: 0, titles: {} }
  await shop.app.deps.storage.draftChecks.keep({ print, at: shop.app.clock.now(), ...found })
  return print
}

/** The number of the one before the last. */
async function publishedTwice(shop: GivenShop) {
  for (const note of ['1', '2']) {
    const print = await checkedDraft(shop)
    await publishDraft(shop.app.deps, shop.people.owner, { print, note, confirmed: false })
  }
  const [, before] = await shop.app.deps.storage.publications.list(2)
  return before?.number ?? 0
}

async function todoOf({ app, held }: GivenShop, of: Agent) {
  const { id } = await held(of)
  const when = { choice: 'tomorrow' } as const
  return (await planFollowUp(app.deps, of, { conversationId: id, when, note: '', way: 'message' })).id
}

async function labelOf({ call, people }: GivenShop) {
  const body = { name: `标签${++count}`, color: 'red' }
  const made = await call(people.owner, 'POST', '/api/v1/labels', { body })
  return ((await made.json()) as { label: { id: string } }).label.id
}

async function spareOf({ app }: GivenShop) {
  return (await app.agent(`Spare${++count}`)).id
}

async function invited({ app }: GivenShop) {
  return (await createInvite(app.deps, undefined, 'agent')).secret
}

const push = (kind: keyof typeof SHOP_DATA_EXAMPLES, key: string): Row => ({
  least: 'key',
  ask: () => {
    const { [key]: id, ...body } = SHOP_DATA_EXAMPLES[kind] as Record<string, unknown>
    return { put: { id: String(id) }, body }
  },
})
const bulk: Row = { least: 'key', ask: () => ({ body: {} }) }

/** Who may call which route, and for whose things. */
export const HTTP_MATRIX: Record<Route, Row> = {
  'POST /api/v1/session': { least: 'anybody', ask: () => ({ body: { login: 'x', password: 'y' } }), status: 401 },
  'GET /api/v1/session': { least: 'agent', ask: nothing },
  'DELETE /api/v1/session': { least: 'agent', ask: nothing },
  'GET /api/v1/status': { least: 'supervisor', ask: nothing },
  'PUT /api/v1/session/password': {
    least: 'agent',
    // These accounts have no password that opens them: whoever may ask is told that it is wrong.
    ask: () => ({ body: { current: 'guess', next: 'three blue ducks swim' } }),
    status: 403,
  },
  'GET /api/v1/session/second-factor': { least: 'agent', ask: nothing },
  'POST /api/v1/session/second-factor': { least: 'agent', ask: () => ({ body: { password: 'guess' } }), status: 403 },
  'PUT /api/v1/session/second-factor': { least: 'agent', ask: () => ({ body: { code: '000000' } }), status: 401 },
  'POST /api/v1/session/second-factor/end': {
    least: 'agent',
    ask: () => ({ body: { password: 'guess', code: '000000' } }),
    status: 403,
  },
  'GET /api/v1/agents/access': { least: 'owner', ask: nothing },
  'DELETE /api/v1/agents/{id}/sessions': {
    least: 'agent',
    ask: (_, me) => ({ put: { id: me.id } }),
    others: { least: 'owner', code: 'forbidden', ask: async (shop) => ({ put: { id: await spareOf(shop) } }) },
  },
  'DELETE /api/v1/agents/{id}/second-factor': {
    least: 'owner',
    ask: async (shop) => ({ put: { id: await spareOf(shop) } }),
  },
  'POST /api/v1/invites': { least: 'owner', ask: () => ({ body: { role: 'agent' } }) },
  'GET /api/v1/invites/{token}': { least: 'anybody', ask: async (shop) => ({ put: { token: await invited(shop) } }) },
  'POST /api/v1/invites/{token}/accept': {
    least: 'anybody',
    ask: async (shop) => ({
      put: { token: await invited(shop) },
      body: { login: `new-${++count}`, name: 'New', password: 'correct horse battery' },
    }),
  },
  'GET /api/v1/agents': { least: 'agent', ask: nothing },
  'PATCH /api/v1/agents/{id}': {
    least: 'supervisor',
    ask: (_, me) => ({ put: { id: me.id }, body: { limit: 5 } }),
    // A role, or shutting somebody out, is the owner's alone; of oneself too.
    others: {
      least: 'owner',
      code: 'forbidden',
      ask: (_, __, me) => ({ put: { id: me.id }, body: { role: me.role } }),
    },
  },
  'GET /api/v1/desk': { least: 'agent', ask: nothing },
  'GET /api/v1/conversations': { least: 'agent', ask: nothing },
  'GET /api/v1/conversations/{id}': { least: 'agent', ask: talk },
  'GET /api/v1/conversations/{id}/messages?beforeSeq={seq}': {
    least: 'agent',
    ask: async (shop) => ({ put: { ...(await talk(shop)).put, seq: '9' } }),
  },
  'GET /api/v1/conversations/{id}/search': {
    least: 'agent',
    ask: async (shop) => ({ ...(await talk(shop)), query: 'q=包邮' }),
  },
  'GET /api/v1/conversations/{id}/ratings': { least: 'agent', ask: talk },
  'POST /api/v1/conversations/{id}/answers/{intent}': {
    least: 'agent',
    ask: async (shop) => ({ put: { ...(await talk(shop)).put, intent: 'shipping_fee' } }),
  },
  'POST /api/v1/conversations/{id}/tasks/{flow}': {
    least: 'agent',
    // The test shop has no tasks: whoever may ask is told so.
    status: 404,
    ask: async (shop, me) => ({
      put: { id: (await shop.held(me)).id, flow: 'return' },
      body: { key: 'console-7f3a91c2', order: 'X', item: '*', values: {} },
    }),
  },
  'GET /api/v1/customers/{id}': { least: 'agent', ask: customer() },
  'PATCH /api/v1/customers/{id}': { least: 'agent', ask: customer({ tags: ['老客'] }) },
  'POST /api/v1/customers/{id}/phone': {
    least: 'agent',
    ask: async (shop) => {
      const { customerId: id } = await shop.talk()
      await shop.app.deps.storage.customers.update(id, { phone: '13812345678' })
      return { put: { id } }
    },
  },
  'PUT /api/v1/customers/{id}/block': {
    least: 'agent',
    ask: customer({ reason: '辱骂', minutes: 60 }),
    // For ever is a supervisor's to say.
    others: { least: 'supervisor', code: 'forbidden', ask: customer({ reason: '辱骂' }) },
  },
  'DELETE /api/v1/customers/{id}/block': {
    least: 'agent',
    ask: blockedFor(60),
    others: { least: 'supervisor', code: 'forbidden', ask: blockedFor(undefined) },
  },
  'GET /api/v1/blocks': { least: 'supervisor', ask: nothing },
  'POST /api/v1/customers/{id}/notes': { least: 'agent', ask: customer({ text: '喜欢宽松' }) },
  'PATCH /api/v1/customer-notes/{id}': {
    least: 'agent',
    ask: async (shop, me) => ({ put: { id: await noteOf(shop, me) }, body: { text: '喜欢修身' } }),
    others: {
      least: 'nobody',
      code: 'forbidden',
      ask: async (shop, owner) => ({ put: { id: await noteOf(shop, owner) }, body: { text: '我写的' } }),
    },
  },
  'GET /api/v1/cases': { least: 'agent', ask: nothing },
  'GET /api/v1/cases/board': { least: 'agent', ask: nothing },
  'GET /api/v1/cases/{number}': {
    least: 'agent',
    ask: async (shop) => ({ put: { number: await shop.caseNumber() } }),
  },
  'PATCH /api/v1/cases/{number}': {
    least: 'agent',
    ask: async (shop) => ({ put: { number: await shop.caseNumber() }, body: { status: 'resolved' } }),
  },
  'GET /api/v1/todos': {
    least: 'agent',
    ask: nothing,
    others: { least: 'supervisor', code: 'forbidden', ask: () => ({ query: 'whose=all' }) },
  },
  'GET /api/v1/todos/counts': { least: 'agent', ask: nothing },
  'PATCH /api/v1/todos/{id}': {
    least: 'agent',
    ask: async (shop, me) => ({ put: { id: await todoOf(shop, me) }, body: { status: 'done' } }),
    others: {
      least: 'supervisor',
      code: 'todo_not_found',
      ask: async (shop, owner) => ({ put: { id: await todoOf(shop, owner) }, body: { status: 'done' } }),
    },
  },
  'GET /api/v1/follow-ups/moments': { least: 'agent', ask: nothing },
  'POST /api/v1/follow-ups': {
    least: 'agent',
    ask: async (shop) => ({ body: { conversationId: (await shop.talk()).id, when: { choice: 'tomorrow' } } }),
  },
  'GET /api/v1/canned-replies': { least: 'agent', ask: nothing },
  'POST /api/v1/canned-replies': {
    least: 'agent',
    ask: () => ({ body: canned('personal') }),
    others: { least: 'supervisor', code: 'forbidden', ask: () => ({ body: canned('team') }) },
  },
  'PUT /api/v1/canned-replies/{id}': {
    least: 'agent',
    ask: async (shop, me) => ({ put: { id: await cannedOf(shop, me) }, body: canned('personal') }),
    others: {
      least: 'nobody',
      code: 'canned_reply_not_found',
      ask: async (shop, owner) => ({ put: { id: await cannedOf(shop, owner) }, body: canned('personal') }),
    },
  },
  'DELETE /api/v1/canned-replies/{id}': {
    least: 'agent',
    ask: async (shop, me) => ({ put: { id: await cannedOf(shop, me) } }),
    others: {
      least: 'nobody',
      code: 'canned_reply_not_found',
      ask: async (shop, owner) => ({ put: { id: await cannedOf(shop, owner) } }),
    },
  },
  'GET /api/v1/canned-replies/{id}/rendered': {
    least: 'agent',
    ask: async (shop, me) => ({
      put: { id: await cannedOf(shop, me) },
      query: `conversationId=${(await shop.talk()).id}`,
    }),
    others: {
      least: 'nobody',
      code: 'canned_reply_not_found',
      ask: async (shop, owner) => ({
        put: { id: await cannedOf(shop, owner) },
        query: `conversationId=${(await shop.talk()).id}`,
      }),
    },
  },
  'GET /api/v1/missing-facts': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reception': { least: 'agent', ask: nothing },
  'PUT /api/v1/reception': { least: 'supervisor', ask: () => ({ body: { mode: 'auto' } }) },
  'GET /api/v1/knowledge': { least: 'agent', ask: nothing },
  'GET /api/v1/knowledge/draft': { least: 'supervisor', ask: nothing },
  'DELETE /api/v1/knowledge/draft': { least: 'supervisor', ask: nothing },
  'GET /api/v1/knowledge/draft/changes': { least: 'supervisor', ask: nothing },
  'GET /api/v1/knowledge/draft/files': { least: 'supervisor', ask: () => ({ query: 'path=shop.yaml' }) },
  'PUT /api/v1/knowledge/draft/files': {
    least: 'supervisor',
    ask: () => ({ body: { path: `faq/new-${++count}.yaml`, text: 'intents: []' } }),
  },
  'DELETE /api/v1/knowledge/draft/files': { least: 'supervisor', ask: () => ({ query: 'path=shop.yaml' }) },
  'POST /api/v1/knowledge/draft/check-text': {
    least: 'supervisor',
    ask: () => ({ body: { path: 'faq/new.yaml', text: 'intents: []' } }),
  },
  ...DRAFT_INTENT_MATRIX,
  'GET /api/v1/knowledge/draft/check': { least: 'supervisor', ask: nothing },
  'POST /api/v1/knowledge/draft/check': {
    least: 'supervisor',
    ask: async (shop) => {
      // What is broken is checked in no time.
      await drafted(shop, 'intents: [')
      await shop.app.deps.editing.checker.cancel()
      return { body: { last: 1 } }
    },
  },
  'DELETE /api/v1/knowledge/draft/check': { least: 'supervisor', ask: nothing },
  'POST /api/v1/knowledge/publications': {
    least: 'owner',
    ask: async (shop) => ({ body: { print: await checkedDraft(shop), note: '' } }),
  },
  'GET /api/v1/knowledge/publications': { least: 'supervisor', ask: nothing },
  'GET /api/v1/knowledge/publications/{number}': {
    least: 'supervisor',
    ask: async (shop) => ({ put: { number: String(await publishedTwice(shop)) } }),
  },
  'POST /api/v1/knowledge/publications/{number}/rollback': {
    least: 'owner',
    ask: async (shop) => ({ put: { number: String(await publishedTwice(shop)) }, body: {} }),
  },
  'GET /api/v1/knowledge/intents': { least: 'agent', ask: nothing },
  'GET /api/v1/knowledge/intents/{id}': { least: 'agent', ask: () => ({ put: { id: 'shipping_fee' } }) },
  'GET /api/v1/products': { least: 'agent', ask: nothing },
  'GET /api/v1/products/{id}': { least: 'agent', ask: () => ({ put: { id: 'linen-dress' } }) },
  'GET /api/v1/embed': { least: 'agent', ask: nothing },
  'GET /api/v1/tasks': { least: 'agent', ask: nothing },
  'GET /api/v1/history': { least: 'agent', ask: nothing },
  'GET /api/v1/history/{id}': { least: 'agent', ask: talk },
  'GET /api/v1/history-export': { least: 'supervisor', ask: nothing },
  'GET /api/v1/history-choices': { least: 'agent', ask: nothing },
  'GET /api/v1/labels': { least: 'agent', ask: nothing },
  'POST /api/v1/labels': { least: 'supervisor', ask: () => ({ body: { name: `标签${++count}`, color: 'red' } }) },
  'PATCH /api/v1/labels/{id}': {
    least: 'supervisor',
    ask: async (shop) => ({ put: { id: await labelOf(shop) }, body: { color: 'blue' } }),
  },
  'DELETE /api/v1/labels/{id}': { least: 'supervisor', ask: async (shop) => ({ put: { id: await labelOf(shop) } }) },
  'GET /api/v1/reports/assist': { least: 'agent', ask: nothing },
  'GET /api/v1/reports/definitions': { least: 'agent', ask: nothing },
  // Agents see their own figures of the desk; test/http/figures.test.ts holds that they see no others.
  'GET /api/v1/reports/figures': { least: 'agent', ask: () => ({ query: 'area=desk' }) },
  'GET /api/v1/reports/figures.csv': { least: 'agent', ask: () => ({ query: 'area=desk' }) },
  'GET /api/v1/reports/drill': { least: 'agent', ask: () => ({ query: 'figure=served' }) },
  'GET /api/v1/reports/drill.csv': { least: 'supervisor', ask: () => ({ query: 'figure=served' }) },
  'GET /api/v1/reports/intents': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/intents.csv': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/heat': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/endings': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/reasons': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/reasons.csv': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/funnel': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/funnel.csv': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/lost': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/lost.csv': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/today': { least: 'supervisor', ask: nothing },
  'GET /api/v1/reports/wall': { least: 'supervisor', ask: nothing },
  'GET /api/v1/knowledge/heat': { least: 'supervisor', ask: nothing },
  // Without a file there is nothing to take in; whoever may send one is told so.
  'POST /api/v1/uploads': { least: 'agent', ask: nothing, status: 415 },
  'PUT /api/v1/customers/{id}': push('customers', 'id'),
  'PUT /api/v1/products/{id}': push('products', 'id'),
  'PUT /api/v1/orders/{id}': push('orders', 'number'),
  'PUT /api/v1/parcels/{id}': push('parcels', 'trackingNumber'),
  'PUT /api/v1/coupons/{id}': push('coupons', 'id'),
  'POST /api/v1/customers/bulk': bulk,
  'POST /api/v1/products/bulk': bulk,
  'POST /api/v1/orders/bulk': bulk,
  'POST /api/v1/parcels/bulk': bulk,
  'POST /api/v1/coupons/bulk': bulk,
}

function blockedFor(minutes: number | undefined) {
  return async (shop: GivenShop) => {
    const { customerId: id } = await shop.talk()
    const body = { reason: '辱骂', ...(minutes !== undefined && { minutes }) }
    await shop.call(shop.people.owner, 'PUT', `/api/v1/customers/${id}/block`, { body })
    return { put: { id } }
  }
}
