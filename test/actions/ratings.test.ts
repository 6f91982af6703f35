import { expect, it } from 'vitest'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { askAboutBot } from '../../src/actions/ratings/ask-about-bot.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import { changeTodo } from '../../src/actions/todos/change-todo.ts'
import { countTodos, listTodos } from '../../src/actions/todos/read-todos.ts'
import type { RatingReason, RatingTarget } from '../../src/domain/rating.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const MINUTE = 60_000
const DUE = { view: 'due', all: false, limit: 10 } as const

/** A conversation that 小二 answered and Mina then resolved, with a supervisor and the shopper's way to rate it. */
async function resolved(app: TestApp) {
  const boss = await app.agent('Sun', { role: 'supervisor' })
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await app.say(session, '转人工')
  const conversationId = session.conversation.id
  await claimConversation(app.deps, mina, conversationId)
  await resolveConversation(app.deps, mina, conversationId)
  const rate = (
    score: number,
    reasons: readonly RatingReason[] = [],
    more: { target?: RatingTarget; comment?: string } = {},
  ) =>
    submitRating(app.deps, session.customer.id, {
      conversationId,
      target: 'agent',
      score,
      reasons,
      comment: '',
      ...more,
    })
  return { boss, mina, session, conversationId, rate }
}

it('asks about the person when a conversation is resolved, and then about 小二', async () => {
  await using app = await startTestApp()
  const { conversationId, rate } = await resolved(app)
  const asks = async () => (await app.deps.storage.conversations.find(conversationId))?.asks

  const first = await asks()
  await rate(5, ['patient'])
  const second = await asks()
  await rate(4, ['quick'], { target: 'bot' })

  expect([first, second, await asks()]).toEqual(['agent', 'bot', undefined])
})

it('makes one to-do of a bad rating, for supervisors, which follows what the shopper adds', async () => {
  await using app = await startTestApp()
  const { boss, mina, conversationId, rate } = await resolved(app)

  await rate(1)
  await rate(1, ['slow', 'unsolved'], { comment: '等了半天' })

  const todos = await listTodos(app.deps, boss, DUE)
  expect(todos.map(({ todo }) => todo)).toMatchObject([
    {
      kind: 'bad_rating',
      title: '等了半天',
      detail: { target: 'agent', score: 1, reasons: ['slow', 'unsolved'] },
      conversationId,
      status: 'open',
    },
  ])
  expect(await countTodos(app.deps, boss)).toEqual({ due: 1, later: 0 })
  expect(await listTodos(app.deps, mina, DUE)).toEqual([])
  const [found] = todos
  await expect(changeTodo(app.deps, mina, { id: found?.todo.id ?? '', status: 'done' })).rejects.toMatchObject({
    code: 'todo_not_found',
  })
  await changeTodo(app.deps, boss, { id: found?.todo.id ?? '', status: 'done', note: '已致歉' })
  expect(await countTodos(app.deps, boss)).toEqual({ due: 0, later: 0 })
})

it('takes the to-do back where the shopper mends a slip of the finger', async () => {
  await using app = await startTestApp()
  const { boss, rate } = await resolved(app)

  await rate(1)
  const before = await countTodos(app.deps, boss)
  await rate(5)
  const after = await countTodos(app.deps, boss)
  await rate(2)

  expect([before.due, after.due, (await countTodos(app.deps, boss)).due]).toEqual([1, 0, 1])
})

it('lets a rating be changed for some minutes, and takes the same again at any time', async () => {
  await using app = await startTestApp()
  const { rate } = await resolved(app)
  await rate(5)

  app.clock.advance(6 * MINUTE)

  await expect(rate(5)).resolves.toBeUndefined()
  await expect(rate(1)).rejects.toMatchObject({ code: 'rating_settled' })
})

it('refuses reasons that do not fit the stars', async () => {
  await using app = await startTestApp()
  const { rate } = await resolved(app)

  await expect(rate(5, ['rude'])).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(rate(2, ['rude'])).resolves.toBeUndefined()
})

it('asks about 小二 where the talk has been quiet, and tells the widget', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  const asks = async () => (await app.deps.storage.conversations.find(session.conversation.id))?.asks

  await askAboutBot(app.deps)
  const early = await asks()
  app.clock.advance(10 * MINUTE)
  await askAboutBot(app.deps)

  expect([early, await asks()]).toEqual([undefined, 'bot'])
  expect(app.published.at(-1)).toMatchObject({ type: 'conversation.changed', conversation: { asks: 'bot' } })
})
