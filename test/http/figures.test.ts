import { expect, it } from 'vitest'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import type {
  AreaReport,
  DrillList,
  Endings,
  Funnel,
  HeatMap,
  IntentHeat,
  IntentRanking,
  LostInquiries,
  Reasons,
  TodayView,
  WallView,
} from '../../src/protocol/reports.ts'
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

it('tells what is asked, when, why people came, and how it ended', async () => {
  await using shop = await startTalk()
  const { get } = await consoleApi(shop.app, shop.owner)

  const { intents } = await get<IntentRanking>('/reports/intents')
  const { cells } = await get<HeatMap>('/reports/heat')
  const { reasons } = await get<Reasons>('/reports/reasons')
  const { links } = await get<Endings>('/reports/endings')
  const { intents: heat } = await get<IntentHeat>('/knowledge/heat')

  expect(intents).toContainEqual({
    intent: 'shipping_fee',
    title: expect.any(String),
    asked: 1,
    answered: 1,
    disliked: 0,
    before: 0,
  })
  // Monday at ten by the shop's clock.
  expect(cells).toEqual([{ weekday: 0, hour: 10, sessions: 2, queued: 1 }])
  expect(reasons).toEqual([{ reason: 'asked', label: { zh: '买家要人工', en: 'Asked for a person' }, sessions: 1 }])
  expect(links).toContainEqual({ from: 'first:bot', to: 'ending:bot', sessions: 1 })
  expect(links).toContainEqual({ from: 'reason:asked', to: 'ending:resolved', sessions: 1 })
  expect(heat).toContainEqual({ intent: 'shipping_fee', yesterday: 0, week: 1, answered: 1, disliked: 0 })
})

it('tells what inquiries came to, and the last question of those that were lost', async () => {
  await using shop = await startTalk()
  const { get } = await consoleApi(shop.app, shop.owner)
  const chen = await shop.app.visitor()
  await shop.app.say(chen, '亚麻连衣裙有货吗')
  await followMessages(shop.app.deps)
  await countFacts(shop.app.deps)

  const funnel = await get<Funnel>('/reports/funnel')
  const fresh = await get<LostInquiries>('/reports/lost')
  shop.app.clock.advance(73 * 3_600_000)
  // Three days are more than a session lies unused.
  const later = await consoleApi(shop.app, shop.owner)
  const lost = await later.get<LostInquiries>('/reports/lost')

  expect(funnel).toMatchObject({ windowHours: 72, currency: 'CNY' })
  expect(funnel.ways[0]).toEqual({ way: 'bot', inquiries: 1, ordered: 0, paid: 0, amount: 0 })
  expect(fresh).toEqual({ total: 0, rows: [] })
  expect(lost.total).toBe(1)
  expect(lost.rows[0]).toMatchObject({
    conversationId: chen.conversation.id,
    lastQuestion: '亚麻连衣裙有货吗',
    product: { id: 'linen-dress' },
  })
})

it('shows today and this very moment', async () => {
  await using shop = await startTalk()
  const { get } = await consoleApi(shop.app, shop.owner)

  const today = await get<TodayView>('/reports/today')
  const wall = await get<WallView>('/reports/wall')

  expect(today.day).toBe('2026-11-23')
  expect(today.figures.find(({ id }) => id === 'sessions')).toMatchObject({ value: 2, before: { value: 0 } })
  expect(today.hours[10]).toEqual({ hour: 10, today: 2, yesterday: 0 })
  expect(today.tasks).toContainEqual({ task: 'not_understood', count: 1 })
  expect(wall).toMatchObject({ waiting: 0, longestWait: 0, withBot: 1, withPeople: 0 })
  expect(wall.agents.find(({ name }) => name === 'Mina')).toMatchObject({ presence: 'online', servedToday: 1 })
})

it('gives tables to spreadsheets, and writes down who took the names of shoppers', async () => {
  await using shop = await startTalk()
  const { call } = await consoleApi(shop.app, shop.owner)
  const agents = await consoleApi(shop.app, shop.mina)

  const figures = await (await call('GET', '/reports/figures.csv?area=desk&by=agent&lang=zh')).text()
  const drill = await (await call('GET', '/reports/drill.csv?figure=understanding&part=denominator&lang=en')).text()

  expect(figures.split('\r\n')[0]).toContain('维度,名称,转人工量')
  expect(figures).toContain(`${shop.mina.id},Mina,1,1,30,1`)
  expect(drill.split('\r\n')).toHaveLength(5)
  expect(drill).toContain('qwertyuiop')
  expect((await agents.call('GET', '/reports/drill.csv?figure=served')).status).toBe(403)
  expect(await shop.app.deps.storage.audit.list(5)).toContainEqual(
    expect.objectContaining({ action: 'figures.exported', target: 'understanding', actor: shop.owner.id }),
  )
})
