import { expect, it } from 'vitest'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { HistoryPage, HistoryReading } from '../../src/protocol/history.ts'
import type { DeskSnapshot, SessionView } from '../../src/protocol/http.ts'
import type { LabelUse, LabelView } from '../../src/protocol/labels.ts'
import { connect, cookieOf, startTestApp, type TestApp } from '../support/test-app.ts'

async function browserOf(app: TestApp, agent: Agent, listening?: string) {
  const url = listening ?? (await app.app.listen()).url
  const cookie = await cookieOf(app, agent)
  const session = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as SessionView
  const call = (method: string, path: string, body?: object) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  return { url, cookie, call, get: async <T>(path: string) => (await (await call('GET', path)).json()) as T }
}

/** A shopper with a phone number who has said these things; the index knows them. */
async function givenSaid(app: TestApp, name: string, lines: readonly string[]): Promise<string> {
  const session = await app.visitor()
  await app.deps.storage.customers.update(session.customer.id, { name, phone: '13812345678' })
  for (const line of lines) {
    app.clock.advance(1000)
    await app.say(session, line)
  }
  await followMessages(app.deps)
  return session.conversation.id
}

it('finds what was said, marked, and opens the conversation there', async () => {
  await using app = await startTestApp()
  const id = await givenSaid(app, '林女士', ['在吗', '紫色的收纳箱还有吗'])
  await givenSaid(app, '王先生', ['什么时候发货'])
  const { get } = await browserOf(app, await app.agent('Mina'))

  const { rows, count, next } = await get<HistoryPage>(`/history?q=${encodeURIComponent('收纳')}`)

  expect({ count, next, ids: rows.map((row) => row.conversation.id) }).toEqual({ count: 1, ids: [id] })
  const [hit] = rows[0]?.hits ?? []
  expect(hit).toMatchObject({ author: 'customer', text: '紫色的收纳箱还有吗', ranges: [{ from: 3, to: 5 }] })
  const reading = await get<HistoryReading>(`/history/${id}?seq=${hit?.seq}`)
  expect(reading.messages.find((message) => message.seq === hit?.seq)?.body).toMatchObject({ text: hit?.text })
  expect([reading.earlier, reading.later]).toEqual([false, false])
})

it('reads a long conversation around a message, and on from there', async () => {
  await using app = await startTestApp()
  const id = await givenSaid(app, '林女士', ['在吗'])
  const author = { kind: 'agent', id: 'a', name: 'A' } as const
  for (let line = 0; line < 300; line += 1) {
    const body = { kind: 'text', text: `${line}` } as const
    await app.deps.messages.append([{ conversationId: id, key: `k${line}`, author, body, at: line }])
  }
  const { get } = await browserOf(app, await app.agent('Mina'))
  const seqsOf = async (query: string) => {
    const { messages, earlier, later } = await get<HistoryReading>(`/history/${id}?${query}`)
    return [messages[0]?.seq, messages.at(-1)?.seq, earlier, later]
  }

  expect(await seqsOf('seq=150')).toEqual([100, 199, true, true])
  expect(await seqsOf('before=100')).toEqual([1, 99, false, true])
  expect(await seqsOf('after=199')).toEqual([200, 299, true, true])
  expect((await seqsOf(''))[3]).toBe(false)
})

it('pages by a cursor and refuses one that it has not made', async () => {
  await using app = await startTestApp()
  for (let n = 0; n < 31; n += 1) await givenSaid(app, `顾客${n}`, ['你好'])
  const { get, call } = await browserOf(app, await app.agent('Mina'))

  const first = await get<HistoryPage>('/history')
  const second = await get<HistoryPage>(`/history?cursor=${first.next}`)

  expect([first.rows.length, first.count, first.countedAll]).toEqual([30, 31, true])
  expect([second.rows.length, second.next, second.count]).toEqual([1, undefined, undefined])
  expect((await call('GET', '/history?cursor=x')).status).toBe(400)
  expect((await call('GET', '/history?rating=9')).status).toBe(400)
})

it('exports messages as CSV that a spreadsheet cannot be tricked with, to supervisors with masked numbers', async () => {
  await using app = await startTestApp()
  const id = await givenSaid(app, '=林"女士', ['=1+1, 收纳箱', '+86'])
  const { url, call } = await browserOf(app, await app.agent('Boss', { role: 'supervisor' }))
  const mina = await browserOf(app, await app.agent('Mina'), url)

  const refused = await mina.call('GET', '/history-export')
  const response = await call('GET', `/history-export?rows=messages&q=${encodeURIComponent('收纳箱')}`)
  const bytes = Buffer.from(await response.arrayBuffer())

  expect(refused.status).toBe(403)
  expect(response.headers.get('content-disposition')).toContain('xiaoer-messages-')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, line] = bytes.toString('utf8').split('\r\n')
  expect(head).toContain('会话,序号,时间,发言方')
  expect(line).toContain(`${id},1,`)
  expect(line).toContain(`"'=1+1, 收纳箱"`)
  expect(line).toContain(`"'=林""女士",138****5678`)
  const [entry] = await app.deps.storage.audit.list(1)
  expect(entry).toMatchObject({ action: 'history.exported', target: 'messages', detail: { query: '收纳箱' } })
})

it('exports conversations one JSON object a line, to owners whole', async () => {
  await using app = await startTestApp()
  await givenSaid(app, '林女士', ['你好'])
  const id = await givenSaid(app, '王先生', ['你好'])
  const { call } = await browserOf(app, await app.agent('Boss', { role: 'owner' }))

  const text = await (await call('GET', '/history-export?format=ndjson')).text()

  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows.map((row) => row['customer'])).toEqual(['王先生', '林女士'])
  expect(rows[0]).toMatchObject({ conversation: id, phone: '13812345678', status: 'bot', labels: [] })
})

it('lets supervisors make labels and everybody put them on, live for all', async () => {
  await using app = await startTestApp()
  const id = await givenSaid(app, '林女士', ['你好'])
  const boss = await browserOf(app, await app.agent('Boss', { role: 'supervisor' }))
  const agent = await app.agent('Mina')
  const mina = await browserOf(app, agent, boss.url)
  const desk = await connect(`${boss.url}/console`, { headers: { cookie: mina.cookie } })

  const refused = await mina.call('POST', '/labels', { name: '待回访', color: 'orange' })
  const made = await boss.call('POST', '/labels', { name: '待回访', color: 'orange' })
  const again = await boss.call('POST', '/labels', { name: '待回访', color: 'red' })
  const { label } = (await made.json()) as { label: LabelView }
  const told = await desk.hear<{ labels: LabelView[] }>('labels:changed')
  const put = await desk.ask('conversation:label', { conversationId: id, labelId: label.id, on: true })
  await desk.hear<{ conversation: DeskConversation }>(
    'conversation:changed',
    ({ conversation }) => conversation.id === id && conversation.labels.includes(label.id),
  )

  expect([refused.status, made.status, again.status]).toEqual([403, 200, 409])
  expect(told.labels).toEqual([label])
  expect(put.ok).toBe(true)
  expect((await mina.get<{ labels: LabelUse[] }>('/labels')).labels).toEqual([{ ...label, uses: 1 }])
  expect((await mina.get<DeskSnapshot>('/desk')).labels).toEqual([label])
  expect((await mina.get<HistoryPage>(`/history?label=${label.id}`)).count).toBe(1)

  await boss.call('DELETE', `/labels/${label.id}`)
  const { ok, code } = (await desk.ask('conversation:label', { conversationId: id, labelId: label.id, on: true })) as {
    ok: boolean
    code?: string
  }
  expect([ok, code]).toEqual([false, 'label_not_found'])
  expect((await app.deps.storage.conversations.find(id))?.labels).toEqual([])
  desk.socket.close()
})
