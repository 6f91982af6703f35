import { describe, expect, it } from 'vitest'
import { createMemoryKeyValue } from '../../web-widget/core/key-value.ts'
import { createOutbox } from '../../web-widget/core/outbox.ts'

function givenOutbox(store = createMemoryKeyValue()) {
  const clock = { now: 1000 }
  let count = 0
  const newId = () => {
    count += 1
    return `id-${clock.now}-${count}`
  }
  return { clock, store, outbox: createOutbox({ store, newId, now: () => clock.now }) }
}

const says = (text: string) => ({ kind: 'text', text }) as const
const textsOf = (outbox: ReturnType<typeof createOutbox>) =>
  outbox.list().map(({ draft }) => ('text' in draft ? draft.text : draft.kind))

describe('the outbox', () => {
  it('hands messages out in the order in which they were written', () => {
    const { outbox } = givenOutbox()

    for (const text of ['一', '二', '三']) outbox.add(says(text))

    expect(textsOf(outbox)).toEqual(['一', '二', '三'])
  })

  it('keeps the order when the clock is set back', () => {
    const { outbox, clock } = givenOutbox()

    outbox.add(says('早'))
    clock.now = 10
    outbox.add(says('晚'))

    expect(textsOf(outbox)).toEqual(['早', '晚'])
  })

  it('survives a reload with the same ids', () => {
    const { outbox, store } = givenOutbox()
    const { clientId } = outbox.add(says('还在吗'))

    const { outbox: reloaded } = givenOutbox(store)

    expect(reloaded.findNext()?.clientId).toBe(clientId)
  })

  it('loses nothing when two tabs write at the same time', () => {
    const { outbox, store } = givenOutbox()
    const { outbox: other, clock } = givenOutbox(store)
    clock.now = 2000

    outbox.add(says('甲'))
    other.add(says('乙'))
    outbox.remove(outbox.findNext()?.clientId ?? '')

    expect(textsOf(other)).toEqual(['乙'])
  })

  it('passes over a refused message until it is retried, and then sends it last', () => {
    const { outbox, clock } = givenOutbox()
    const bad = outbox.add(says('坏'))
    outbox.add(says('好'))

    outbox.refuse(bad.clientId, { code: 'invalid_input', message: '' })
    expect(outbox.findNext()?.draft).toEqual(says('好'))
    clock.now = 5000
    outbox.retry(bad.clientId)

    expect(textsOf(outbox)).toEqual(['好', '坏'])
    expect(outbox.find(bad.clientId)?.refusal).toBeUndefined()
  })

  it('retries under a new id once the old one stands for another message', () => {
    const { outbox } = givenOutbox()
    const spent = outbox.add(says('重'))

    outbox.refuse(spent.clientId, { code: 'message_conflict', message: '' })
    outbox.retry(spent.clientId)

    expect(outbox.list()).toHaveLength(1)
    expect(outbox.findNext()?.clientId).not.toBe(spent.clientId)
  })

  it('reads past what somebody else left under its keys', () => {
    const { outbox, store } = givenOutbox()

    store.put('xiaoer:outbox:broken', '{"clientId":')
    store.put('xiaoer:outbox:empty', 'null')
    outbox.add(says('好'))

    expect(textsOf(outbox)).toEqual(['好'])
  })
})
