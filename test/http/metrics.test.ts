import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { connect, startTestApp } from '../support/test-app.ts'

const TOKEN = 'a-token-of-thirty-two-characters-or-more'

interface Answer {
  readonly status: number
  readonly text: string
}

/** Unlike `fetch`, this says whatever host it is told to say. */
function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/metrics`, { headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end()
  })
}

function figureOf({ text }: Answer, line: string): number {
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1),
  )
}

describe('GET /metrics', () => {
  it('tells of messages, replies, waits, floods and catch-ups as they happen', async () => {
    await using app = await startTestApp({ environment: { MESSAGE_RATE: '3/60' } })
    const { url } = await app.app.listen()
    const mina = await app.agent('Mina')
    using client = await connect(`${url}/widget`)
    const send = (clientId: string, text: string) => client.ask('message:send', { clientId, kind: 'text', text })
    await send('client-0001', '包邮吗')
    await client.hear('message:created', ({ message }: { message: { seq: number } }) => message.seq === 2)
    await send('client-0001', '包邮吗')
    await send('client-0002', '转人工')
    await client.hear('queue:changed')
    await send('client-0003', '在吗')
    await client.ask('message:list', { afterSeq: 0 })

    const answer = await ask(url)

    expect(answer.status).toBe(200)
    expect(figureOf(answer, 'xiaoer_messages_total{outcome="duplicate"}')).toBe(1)
    expect(figureOf(answer, 'xiaoer_messages_total{outcome="stored"}')).toBeGreaterThanOrEqual(4)
    expect(figureOf(answer, 'xiaoer_acknowledge_seconds_count{namespace="widget"}')).toBe(3)
    expect(figureOf(answer, 'xiaoer_refusals_total{namespace="widget",code="too_many"}')).toBe(1)
    expect(figureOf(answer, 'xiaoer_understanding_seconds_count')).toBe(2)
    expect(figureOf(answer, 'xiaoer_replies_total{outcome="answer",reason=""}')).toBe(1)
    expect(figureOf(answer, 'xiaoer_replies_total{outcome="handoff",reason="asked"}')).toBe(1)
    expect(figureOf(answer, 'xiaoer_conversations_waiting')).toBe(1)
    expect(figureOf(answer, 'xiaoer_sockets{namespace="widget"}')).toBe(1)
    expect(figureOf(answer, 'xiaoer_catch_ups_total')).toBe(1)
    expect(answer.text).toContain(`xiaoer_knowledge_info{version="${app.deps.live.current().knowledge.version}"} 1`)

    const [waiting] = await app.deps.storage.queue.list(1)
    app.clock.advance(42_000)
    await claimConversation(app.deps, mina, waiting?.conversationId ?? '')
    const later = await ask(url)

    expect(figureOf(later, 'xiaoer_queue_wait_seconds_sum')).toBe(42)
    expect(figureOf(later, 'xiaoer_conversations_waiting')).toBe(0)
    expect(figureOf(later, 'xiaoer_conversations_assigned')).toBe(1)
  })

  it('is for this machine alone where there is no token', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()

    const statuses = await Promise.all(
      [{}, { 'x-forwarded-for': '203.0.113.9' }, { 'x-real-ip': '203.0.113.9' }, { host: 'chat.example.com' }].map(
        async (headers) => (await ask(url, headers)).status,
      ),
    )

    expect(statuses).toEqual([200, 404, 404, 404])
  })

  it('is for whoever has the token where there is one, from wherever', async () => {
    await using app = await startTestApp({ environment: { METRICS_TOKEN: TOKEN } })
    const { url } = await app.app.listen()

    const none = await ask(url)
    const wrong = await ask(url, { authorization: `Bearer ${TOKEN}x` })
    const right = await ask(url, { authorization: `Bearer ${TOKEN}`, host: 'chat.example.com', via: '1.1 proxy' })

    expect([none.status, wrong.status, right.status]).toEqual([401, 401, 200])
    expect(none.text).toContain('METRICS_TOKEN')
    expect(none.text).not.toContain('xiaoer_')
  })
})
