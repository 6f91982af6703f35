import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryKeyValue } from '../../web-widget/core/key-value.ts'
import { createOutbox, type OutboxEntry } from '../../web-widget/core/outbox.ts'
import { Sender, type SendReply } from '../../web-widget/core/sender.ts'

const says = (text: string) => ({ kind: 'text', text }) as const
const accepted = { ok: true, seq: 1, id: 'm1', at: 0, conversationId: 'c1' } as const

/** A sender whose server answers what the test puts into `replies`; without one it accepts. */
function givenSender() {
  let count = 0
  const newId = () => {
    count += 1
    return `client-${count}`
  }
  const outbox = createOutbox({ store: createMemoryKeyValue(), newId, now: Date.now })
  const line = { online: true, replies: [] as SendReply[], sent: [] as string[], stored: [] as string[] }
  let atOnce = 0
  const deliver = async (entry: OutboxEntry) => {
    atOnce += 1
    expect(atOnce).toBe(1)
    line.sent.push(entry.clientId)
    await Promise.resolve()
    atOnce -= 1
    return line.replies.length > 0 ? line.replies.shift() : accepted
  }
  const sender = new Sender({
    outbox,
    deliver,
    exclusively: (work) => work(),
    isOnline: () => line.online,
    onAccepted: ({ clientId }) => void line.stored.push(clientId),
    onChange: () => {},
    random: () => 0.5,
    now: Date.now,
  })
  return { outbox, line, sender }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the sender', () => {
  it('sends what waits in order, one at a time', async () => {
    const { outbox, line, sender } = givenSender()
    for (const text of ['一', '二', '三']) outbox.add(says(text))

    sender.kick()
    sender.kick()
    await vi.runAllTimersAsync()

    expect(line.stored).toEqual(['client-1', 'client-2', 'client-3'])
    expect(outbox.list()).toEqual([])
  })

  it('keeps a message that nobody answered, and resends it under the same id', async () => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('一'))
    outbox.add(says('二'))
    line.replies = [undefined]

    sender.kick()
    await vi.runAllTimersAsync()
    expect(line.sent).toEqual(['client-1'])
    sender.kick()
    await vi.runAllTimersAsync()

    expect(line.sent).toEqual(['client-1', 'client-1', 'client-2'])
  })

  it('sends nothing while there is no connection', async () => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('一'))
    line.online = false

    sender.kick()
    await vi.runAllTimersAsync()

    expect(line.sent).toEqual([])
    expect(outbox.list()).toHaveLength(1)
  })

  it('waits as long as the server asks and then goes on by itself', async () => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('一'))
    line.replies = [{ ok: false, code: 'too_many', message: '', retryAfter: 7 }]

    sender.kick()
    await vi.advanceTimersByTimeAsync(6900)
    expect(line.sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)

    expect(line.stored).toEqual(['client-1'])
  })

  it.each(['unavailable', 'internal'])('tries again after "%s", in the same order', async (code) => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('一'))
    outbox.add(says('二'))
    line.replies = [{ ok: false, code, message: '' }]

    sender.kick()
    await vi.runAllTimersAsync()

    expect(line.stored).toEqual(['client-1', 'client-2'])
  })

  it('keeps a message that was refused for good, with the reason, and sends the next', async () => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('坏'))
    outbox.add(says('好'))
    line.replies = [{ ok: false, code: 'invalid_input', message: 'no' }]

    sender.kick()
    await vi.runAllTimersAsync()

    expect(line.stored).toEqual(['client-2'])
    expect(outbox.find('client-1')?.refusal).toEqual({ code: 'invalid_input', message: 'no' })
  })

  it('forgets the answer to a message that was deleted meanwhile', async () => {
    const { outbox, line, sender } = givenSender()
    outbox.add(says('一'))

    sender.kick()
    outbox.clear()
    await vi.runAllTimersAsync()

    expect(line.stored).toEqual([])
  })
})
