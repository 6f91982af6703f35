import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { connect, cookieOf, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let url: string
let mina: Agent
let boss: Agent
let conversationId: string

beforeEach(async () => {
  app = await startTestApp()
  url = (await app.app.listen()).url
  mina = await app.agent('Mina')
  boss = await app.agent('Sun', { role: 'supervisor' })
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await app.say(session, '转人工')
  conversationId = session.conversation.id
  await claimConversation(app.deps, mina, conversationId)
  await resolveConversation(app.deps, mina, conversationId)
  const rating = { conversationId, target: 'agent', score: 1, reasons: ['rude'], comment: '态度差' } as const
  await submitRating(app.deps, session.customer.id, rating)
})
afterEach(() => app[Symbol.asyncDispose]())

/** Asks the API as this agent would in a browser. */
async function asked(agent: Agent, method: string, path: string, body?: object) {
  const cookie = await cookieOf(app, agent)
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as { csrf: string }
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}

describe('to-dos over HTTP', () => {
  it('show a bad rating to supervisors, and to nobody else', async () => {
    const forBoss = await asked(boss, 'GET', '/todos')
    const forMina = await asked(mina, 'GET', '/todos')
    const all = await asked(mina, 'GET', '/todos?whose=all')

    expect(forBoss.body).toMatchObject({
      more: false,
      todos: [
        {
          kind: 'bad_rating',
          title: '态度差',
          detail: { target: 'agent', score: 1, reasons: ['rude'] },
          conversation: { id: conversationId, status: 'resolved' },
          group: 'supervisors',
        },
      ],
    })
    expect(forMina.body).toEqual({ todos: [], more: false })
    expect(all).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await asked(boss, 'GET', '/todos/counts')).body).toEqual({ due: 1, later: 0 })
  })

  it('are planned, moved, done and taken back', async () => {
    const draft = { conversationId, when: { choice: 'hour' }, note: '回电', way: 'call', phone: '13857120416' }
    const planned = await asked(mina, 'POST', '/follow-ups', draft)
    const { id } = (planned.body as unknown as { todo: { id: string } }).todo

    const moved = await asked(mina, 'PATCH', `/todos/${id}`, { when: { date: '2026-11-24', time: '15:00' } })
    const done = await asked(mina, 'PATCH', `/todos/${id}`, { status: 'done', note: '打通了' })
    const twice = await asked(mina, 'PATCH', `/todos/${id}`, { status: 'done' })
    const back = await asked(mina, 'PATCH', `/todos/${id}`, { status: 'open' })

    expect(planned).toMatchObject({ status: 200, body: { todo: { agent: { id: mina.id }, detail: { way: 'call' } } } })
    expect(moved.body).toMatchObject({ todo: { dueAt: Date.parse('2026-11-24T15:00:00+08:00') } })
    expect(done.body).toMatchObject({ todo: { status: 'done', doneBy: { id: mina.id }, note: '打通了' } })
    expect(twice).toMatchObject({ status: 409, body: { code: 'todo_settled' } })
    expect(back.body).toMatchObject({ todo: { status: 'open' } })
  })

  it('refuse what is over, and what nobody knows', async () => {
    const past = { conversationId, when: { date: '2020-01-01', time: '10:00' } }
    const nobody = { conversationId, when: { choice: 'hour' }, agentId: 'nobody' }

    expect(await asked(mina, 'POST', '/follow-ups', past)).toMatchObject({ status: 400 })
    expect(await asked(mina, 'POST', '/follow-ups', nobody)).toMatchObject({ status: 404 })
    expect(await asked(mina, 'PATCH', '/todos/none', { status: 'done' })).toMatchObject({ status: 404 })
    expect(await asked(mina, 'PATCH', '/todos/none', {})).toMatchObject({ status: 400 })
  })
})

it('tells how a conversation was rated, and the usual moments', async () => {
  const ratings = await asked(mina, 'GET', `/conversations/${conversationId}/ratings`)
  const moments = await asked(mina, 'GET', '/follow-ups/moments')

  expect(ratings.body).toMatchObject({
    ratings: [{ target: 'agent', agent: { id: mina.id, name: 'Mina' }, score: 1, reasons: ['rude'] }],
  })
  expect(moments.body).toMatchObject({ timeZone: 'Asia/Shanghai' })
})

it('tells supervisors of a to-do as it changes, lets an agent write again, and lay a conversation aside', async () => {
  using desk = await connect(`${url}/console`, { headers: { cookie: await cookieOf(app, boss) } })
  using hers = await connect(`${url}/console`, { headers: { cookie: await cookieOf(app, mina) } })
  const [found] = await app.deps.storage.todos.list({ view: 'due', now: app.clock.now(), limit: 1 })
  app.clock.advance(1000)

  const again = await hers.ask('conversation:follow-up', { conversationId })
  const snoozed = await hers.ask('conversation:snooze', {
    conversationId: again['conversationId'],
    when: { choice: 'half_hour' },
  })
  const refused = await desk.ask('conversation:unsnooze', { conversationId: again['conversationId'] })
  const woken = await hers.ask('conversation:unsnooze', { conversationId: again['conversationId'] })
  await asked(boss, 'PATCH', `/todos/${found?.id}`, { status: 'dismissed' })

  expect(again).toMatchObject({ ok: true })
  expect(snoozed).toMatchObject({ ok: true, until: app.clock.now() + 1_800_000 })
  expect(refused).toMatchObject({ ok: false, code: 'conversation_not_yours' })
  expect(woken).toEqual({ ok: true })
  const told = await desk.hear<{ todo: { status: string } }>('todo:changed')
  expect(told.todo.status).toBe('dismissed')
  expect(hers.heard.filter(({ event }) => event === 'todo:changed')).toEqual([])
})
