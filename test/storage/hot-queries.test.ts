import type Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { startSession } from '../../src/actions/customers/start-session.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import { keepQueueMoving, runDueJobs } from '../../src/jobs/clock.ts'
import { openRecording } from '../support/recording-storage.ts'
import { startTestApp } from '../support/test-app.ts'

/** What grows with the shop; the rest stays as small as its staff. */
const GROWING =
  'messages|conversations|customers|identities|queue_entries|suggestions|orders|cases|jobs|ratings|todos|fact_\\w+'

/** Every table of facts is read for one of these. */
const FIGURES = [
  ...['bot', 'desk', 'quality', 'sales'].map((area) => `reports/figures?area=${area}&by=agent`),
  'reports/drill?figure=swift_replies&part=denominator&by=hour&key=10',
  'reports/intents',
  'reports/heat',
  'reports/endings',
  'reports/reasons',
  'reports/funnel',
  'reports/lost',
  'reports/today',
  'reports/wall',
  'knowledge/heat',
]

/** How SQLite would go about it; names and values do not matter to that. */
function planOf(native: Database.Database, statement: string): readonly string[] {
  const names = [...statement.matchAll(/@(\w+)/g)].map(([, name]) => [name, null])
  const values = Array.from(statement.matchAll(/\?/g), () => null)
  const bound = names.length > 0 ? [Object.fromEntries(names)] : values
  const rows = native.prepare(`explain query plan ${statement}`).all(...bound) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

it('goes by an index wherever what it looks through grows', async () => {
  const { native, opened } = await openRecording()
  await using app = await startTestApp({ opened })
  const mina = await app.agent('Mina', { role: 'supervisor' })
  const { deps } = app

  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await startSession(deps, { visitorToken: session.visitorToken, locale: 'zh' })
  await requestHandoff(deps, session.conversation.id)
  await keepQueueMoving(deps)
  await claimConversation(deps, mina, session.conversation.id)
  await postAgentMessage(deps, mina, {
    conversationId: session.conversation.id,
    clientId: 'reply',
    body: { kind: 'text', text: '您好' },
  })
  await app.transcript(session)
  await deps.storage.messages.listBefore(session.conversation.id, 3, 50)
  await followMessages(deps)
  await countFacts(deps)
  await runDueJobs(deps)
  const { url } = await app.app.listen()
  const { secret } = await openSession(deps, mina)
  const { conversation, customer } = session
  const pages = [
    'desk',
    'conversations',
    `conversations/${conversation.id}`,
    `customers/${customer.id}`,
    'history?q=包邮',
    'todos',
    ...FIGURES,
  ]
  for (const page of pages) {
    const answer = await fetch(`${url}/api/v1/${page}`, { headers: { cookie: `xiaoer_session=${secret}` } })
    expect([page, answer.status]).toEqual([page, 200])
  }
  await resolveConversation(deps, mina, session.conversation.id)
  await app.say(session, '还在吗')

  const plans = [...native.prepared].filter((one) => /^\s*(?:select|update|delete|with|insert)/i.test(one))
  const scans = plans.flatMap((statement) => {
    const bad = planOf(native, statement).filter((detail) => new RegExp(`^SCAN (?:${GROWING})(?!.*INDEX)`).test(detail))
    return bad.length === 0 ? [] : [`${bad.join(', ')}: ${statement}`]
  })
  expect(plans.length).toBeGreaterThan(40)
  expect(scans).toEqual([])
})
