import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { WEBHOOK_EVENTS } from '../../src/domain/webhook.ts'
import { createWebhookSender, signatureOf } from '../../src/outbound/webhooks/create-sender.ts'
import { WEBHOOK_DATA } from '../../src/protocol/webhook-bodies.ts'
import { createClock, MONDAY_MORNING } from '../support/clock.ts'
import { startReceiver } from '../support/receiver.ts'

const SECRET = 'whsec_test'
const delivery = { id: 'd-1', event: 'ping', body: '{"name":"小二"}', attempts: 1 } as const

function senderTo(allowHosts: readonly string[] = ['127.0.0.1'], timeoutMs = 10_000) {
  return createWebhookSender({ allowHosts, clock: createClock(), timeoutMs })
}

describe('a webhook is sent', () => {
  it('as a signed POST that says which delivery it is', async () => {
    await using receiver = await startReceiver()
    const attempt = await senderTo().send(delivery, { url: receiver.url, keys: [SECRET] })

    const [sent] = receiver.received
    expect(attempt).toMatchObject({ at: MONDAY_MORNING, status: 200, answer: 'ok' })
    expect(sent?.body).toBe(delivery.body)
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-xiaoer-delivery': 'd-1',
      'x-xiaoer-event': 'ping',
      'x-xiaoer-attempt': '1',
      'x-xiaoer-signature': signatureOf(delivery.body, [SECRET], MONDAY_MORNING),
    })
  })

  it('to nobody behind a redirect, and keeps the beginning of a long answer', async () => {
    await using receiver = await startReceiver()
    await using inner = await startReceiver()
    receiver.answer(302, 'x'.repeat(9000), { location: inner.url })

    const attempt = await senderTo().send(delivery, { url: receiver.url, keys: [SECRET] })

    expect(attempt.status).toBe(302)
    expect(attempt.answer).toBe('x'.repeat(2048))
    expect(inner.received).toEqual([])
  })

  it('no longer than the time it has, and says why it did not arrive', async () => {
    await using receiver = await startReceiver()
    receiver.answer(undefined)
    const sender = senderTo(['127.0.0.1'], 60)

    const slow = await sender.send(delivery, { url: receiver.url, keys: [SECRET] })
    const nobody = await sender.send(delivery, { url: 'http://127.0.0.1:9/', keys: [SECRET] })

    expect(slow.error).toBe('No answer within 0.06 s.')
    expect(nobody.error).toMatch(/^ECONNREFUSED/)
  })
})

describe('an address', () => {
  it.each([
    'no address',
    'http://erp.example.com/',
    'https://user:secret@erp.example.com/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'ftp://erp.example.com/',
    'file:///etc/passwd',
  ])('%s is refused', (url) => {
    expect(senderTo([]).refusalOf(url)).toMatch(/\w/)
  })

  it('of the internet is taken by https, and one that the shop allows by http too', () => {
    expect(senderTo([]).refusalOf('https://erp.example.com/hooks?a=1')).toBeUndefined()
    expect(senderTo(['erp.internal']).refusalOf('http://erp.internal:8080/')).toBeUndefined()
    expect(senderTo(['erp.internal']).refusalOf('http://other.internal/')).toMatch(/https/)
  })

  it('whose name leads inside only when it is called, is not called', async () => {
    await using receiver = await startReceiver()
    const look = (_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])
    const clock = createClock()
    const sender = createWebhookSender({ allowHosts: [], clock, resolve: look as never })
    const { port } = new URL(receiver.url)

    const attempt = await sender.send(delivery, { url: `https://erp.example.com:${port}/`, keys: [SECRET] })

    expect(attempt.error).toMatch(/not an address of the internet/)
    expect(receiver.received).toEqual([])
  })
})

describe('docs/webhooks.md', () => {
  const doc = () => readFile(join(ROOT, 'docs/webhooks.md'), 'utf8')

  it('verifies what is sent, by either key while they are exchanged, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiaoer-docs-'))
    const file = join(folder, 'verify.mjs')
    await writeFile(file, /^```js\n([\s\S]*?)^```/m.exec(await doc())?.[1] ?? '')
    const { isFromXiaoer } = (await import(file)) as {
      isFromXiaoer: (header: string, body: string, secret: string, now: number) => boolean
    }
    const now = MONDAY_MORNING
    const both = signatureOf(delivery.body, ['new', 'old'], now)

    expect(['new', 'old', 'other'].map((key) => isFromXiaoer(both, delivery.body, key, now))).toEqual([
      true,
      true,
      false,
    ])
    expect(isFromXiaoer(both, delivery.body.replace('小二', '小三'), 'new', now)).toBe(false)
    expect(isFromXiaoer(both, delivery.body, 'new', now + 301_000)).toBe(false)
    expect(isFromXiaoer('', delivery.body, 'new', now)).toBe(false)
    await rm(folder, { recursive: true })
  })

  it('names every event, and each has a body', async () => {
    const text = await doc()

    expect(WEBHOOK_EVENTS.filter((event) => !text.includes(`\`${event}\``))).toEqual([])
    expect(Object.keys(WEBHOOK_DATA).toSorted()).toEqual([...WEBHOOK_EVENTS].toSorted())
  })
})
