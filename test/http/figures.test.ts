import { expect, it } from 'vitest'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import type { AreaReport, DrillList } from '../../src/protocol/reports.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

/** Two shoppers: one is served by 小二 alone, the other asks for a person and is served by Mina after half a minute. */
async function startTalk() {
  const app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner', present: false })
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  const lin = await app.visitor()
  await app.say(lin, '包邮吗')
  await app.say(lin, 'qwertyuiop')
  const wang = await app.visitor()
  await app.say(wang, '什么时候发货')
  await requestHandoff(app.deps, wang.conversation.id)
  app.clock.advance(30_000)
  await claimConversation(app.deps, mina, wang.conversation.id)
  await postAgentMessage(app.deps, mina, {
    conversationId: wang.conversation.id,
    clientId: 'reply',
    body: { kind: 'text', text: '您好' },
  })
  app.clock.advance(60_000)
  await resolveConversation(app.deps, mina, wang.conversation.id)
  await followMessages(app.deps)
  await countFacts(app.deps)
  return { app, owner, mina, noor, lin, wang, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

const figure = (report: AreaReport, id: string) => report.figures.find((one) => one.id === id)

it('counts what was said, and lists what it counts', async () => {
  await using shop = await startTalk()
  const { get } = await consoleApi(shop.app, shop.owner)

  const bot = await get<AreaReport>('/reports/figures?area=bot')
  const desk = await get<AreaReport>('/reports/figures?area=desk&by=agent')

  expect(figure(bot, 'bot_sessions')).toMatchObject({ value: 2, before: { value: 0 } })
  expect(figure(bot, 'resolution')).toMatchObject({ value: 0, denominator: 2 })
  expect(figure(bot, 'transfer_rate')).toMatchObject({ value: 0.5 })
  expect(figure(bot, 'understanding')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(bot).toMatchObject({ behind: 0 })
  expect(bot.rows).toHaveLength(7)
  expect(figure(desk, 'queue_wait')).toMatchObject({ value: 30_000 })
  expect(figure(desk, 'service_level')).toMatchObject({ value: 1 })
  expect(figure(desk, 'first_response')).toMatchObject({ value: 30_000 })
  expect(figure(desk, 'handling_time')).toMatchObject({ value: 60_000 })
  expect(desk.rows.map(({ label }) => label)).toContain('Mina')

  const list = await get<DrillList>('/reports/drill?figure=understanding&part=denominator&limit=2')
  expect(list.total).toBe(3)
  expect(list.rows).toHaveLength(2)
  const rest = await get<DrillList>(`/reports/drill?figure=understanding&part=denominator&limit=2&after=${list.next}`)
  expect(rest.rows).toHaveLength(1)
  expect([...list.rows, ...rest.rows].map(({ preview }) => preview).toSorted()).toEqual(
    ['qwertyuiop', '什么时候发货', '包邮吗'].toSorted(),
  )
})

it('shows agents their own figures of the desk, and nothing else', async () => {
  await using shop = await startTalk()
  const [mine, others] = [await consoleApi(shop.app, shop.mina), await consoleApi(shop.app, shop.noor)]

  expect(figure(await mine.get<AreaReport>('/reports/figures?area=desk'), 'served')).toMatchObject({ value: 1 })
  const asked = `/reports/figures?area=desk&agent=${shop.mina.id}`
  expect(figure(await others.get<AreaReport>(asked), 'served')).toMatchObject({ value: 0 })
  expect((await mine.call('GET', '/reports/figures?area=bot')).status).toBe(403)
  expect((await mine.call('GET', '/reports/drill?figure=resolution')).status).toBe(403)
})
