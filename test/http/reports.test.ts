import { expect, it } from 'vitest'
import { ignoreSuggestion, sendAsAgent } from '../../src/actions/assist/decide-suggestion.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { setReception } from '../../src/actions/settings/set-reception.ts'
import type { AssistReportView } from '../../src/protocol/assist.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

/** In assist mode Mina edits a suggestion and ignores one; nobody can help with a third message. */
async function startHelped() {
  const app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner', present: false })
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  await setReception(app.deps, owner, { mode: 'assist' })
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await claimConversation(app.deps, mina, session.conversation.id)
  const best = async () => (await app.deps.storage.suggestions.listOffered(session.conversation.id))[0]?.id ?? ''
  await sendAsAgent(app.deps, mina, { suggestionId: await best(), text: '全场都包邮' })
  await app.say(session, '什么时候发货')
  await ignoreSuggestion(app.deps, mina, { suggestionId: await best(), reason: 'tone' })
  await app.say(session, 'qwertyuiop')
  return { app, owner, mina, noor, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('tells the owner what became of the suggestions, by intent, agent and day', async () => {
  await using shop = await startHelped()

  const report = await (await consoleApi(shop.app, shop.owner)).get<AssistReportView>('/reports/assist')

  expect(report.own).toBe(false)
  expect(report.total).toMatchObject({ messages: 3, covered: 2, edited: 1, ignored: 1, meanEdit: 0.2, acceptance: 0.5 })
  expect(report.reasons).toEqual([{ reason: 'tone', count: 1 }])
  expect(report.intents).toContainEqual(
    expect.objectContaining({ intent: 'shipping_fee', figures: expect.objectContaining({ edited: 1, acceptance: 1 }) }),
  )
  expect(report.agents[0]).toMatchObject({ agent: { name: 'Mina' }, figures: { messages: 3, covered: 2 } })
  expect(report.days).toHaveLength(7)
  expect(report.days.at(-1)).toMatchObject({ day: report.until, figures: { messages: 3 } })
})

it('shows agents their own figures alone', async () => {
  await using shop = await startHelped()

  const [mine, others] = [await consoleApi(shop.app, shop.mina), await consoleApi(shop.app, shop.noor)]

  expect(await mine.get<AssistReportView>('/reports/assist')).toMatchObject({ own: true, total: { messages: 3 } })
  const report = await others.get<AssistReportView>('/reports/assist')
  expect(report).toMatchObject({ own: true, total: { messages: 0, offered: 0 }, intents: [], agents: [] })
})

it('looks at the days that are asked for, and refuses what is no period', async () => {
  await using shop = await startHelped()
  const { get, call } = await consoleApi(shop.app, shop.owner)

  const before = await get<AssistReportView>('/reports/assist?from=2026-01-01&until=2026-01-31')

  expect(before).toMatchObject({ from: '2026-01-01', until: '2026-01-31', total: { messages: 0 } })
  expect(before.days).toHaveLength(31)
  expect((await call('GET', '/reports/assist?from=2026-02-01&until=2026-01-01')).status).toBe(400)
  expect((await call('GET', '/reports/assist?from=yesterday')).status).toBe(400)
})
