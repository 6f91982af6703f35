import { describe, expect, it } from 'vitest'
import { keepLog } from '../support/kept-log.ts'
import { connect, startTestApp } from '../support/test-app.ts'

const CLIENT_ID = 'client-trace-1'

describe('the log of a message', () => {
  it('leads by its client id from the arrival to the reply, without a word of what was said', async () => {
    const kept = keepLog()
    await using app = await startTestApp({ log: kept.log })
    const { url } = await app.app.listen()
    using client = await connect(`${url}/widget`)

    await client.ask('message:send', { clientId: CLIENT_ID, kind: 'text', text: '包邮吗，寄到文三路' })
    await client.hear('message:created', ({ message }: { message: { seq: number } }) => message.seq === 2)
    await app.app.stop()

    const way = kept.lines().filter((line) => line['clientId'] === CLIENT_ID)
    expect(way.map(({ msg }) => msg)).toEqual([
      'a message is received',
      'a message is stored',
      'a message is understood',
      'a message is replied to',
    ])
    expect(new Set(way.map((line) => line['conversationId'])).size).toBe(1)
    expect(way.at(-1)).toMatchObject({ level: 20, seq: 1, replySeq: 2, rule: 'answer' })
    expect(kept.written()).not.toMatch(/包邮|文三路/)
  })

  it('holds it also in a warning from the middle of the turn', async () => {
    const kept = keepLog()
    const forbidden = [{ words: ['包邮'], action: 'mask' as const, why: '别打包票' }]
    await using app = await startTestApp({ log: kept.log, knowledge: (knowledge) => ({ ...knowledge, forbidden }) })
    await app.say(await app.visitor(), '包邮吗')

    expect(kept.lines().find(({ level }) => level === 40)).toMatchObject({
      msg: 'a reply held forbidden words',
      clientId: 'client-1',
      seq: 1,
    })
  })

  it('holds it where the message cannot be stored, and no id that is none', async () => {
    const kept = keepLog()
    await using app = await startTestApp({ log: kept.log })
    const { url } = await app.app.listen()
    using client = await connect(`${url}/widget`)
    await client.hear('session:started')
    await app.deps.storage.close()

    const ack = await client.ask('message:send', { clientId: CLIENT_ID, kind: 'text', text: '包邮吗' })
    await client.ask('message:send', { clientId: '打 13812345678', kind: 'text', text: '包邮吗' })

    expect(ack).toMatchObject({ ok: false })
    expect(kept.lines().find(({ level }) => level === 50)).toMatchObject({ event: 'message:send', clientId: CLIENT_ID })
    expect(kept.written()).not.toContain('1381')
  })
})
