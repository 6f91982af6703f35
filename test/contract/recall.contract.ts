import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agentSays, appendOne, givenConversation, NOON, says, store } from './given.ts'

const mina = { kind: 'agent', id: 'mina' } as const
const customer = { kind: 'customer' } as const

export function describeRecall(opened: Opened): void {
  describe('a message that is taken back', () => {
    const messages = () => opened().storage.messages

    async function givenTalk(): Promise<void> {
      await givenConversation(opened().storage)
      await store(opened(), says('我的卡号是 6222'))
      await store(opened(), agentSays('好的', { seconds: 1 }))
    }

    it('leaves nothing of what it was, and stays at its place', async () => {
      await givenTalk()

      const recalled = await messages().recall('c-lin', 1, customer, NOON)

      expect(recalled).toMatchObject({
        seq: 1,
        body: { kind: 'recalled' },
        author: customer,
        at: NOON,
      })
      expect(await messages().find('c-lin', 1)).toEqual(recalled)
      expect(await messages().search('c-lin', '6222', 9)).toEqual([])
    })

    it('is taken back only by whoever said it, and only while it is not too old', async () => {
      await givenTalk()

      const refused = [
        await messages().recall('c-lin', 1, mina, NOON),
        await messages().recall('c-lin', 2, customer, NOON),
        await messages().recall('c-lin', 2, { kind: 'agent', id: 'zhou' }, NOON),
        await messages().recall('c-lin', 2, mina, NOON + 1001),
        await messages().recall('c-lin', 3, customer, NOON),
      ]
      const done = await messages().recall('c-lin', 2, mina, NOON + 1000)

      expect(refused).toEqual([undefined, undefined, undefined, undefined, undefined])
      expect(done?.body).toEqual({ kind: 'recalled' })
    })

    it('is taken back by one caller', async () => {
      await givenTalk()

      const results = await Promise.all([1, 2, 3].map(() => messages().recall('c-lin', 1, customer, NOON)))

      expect(results.filter((one) => one !== undefined)).toHaveLength(1)
    })

    it('is the same message still for a resend', async () => {
      await givenTalk()
      await messages().recall('c-lin', 1, customer, NOON)

      const resent = await appendOne(opened(), says('我的卡号是 6222'))

      expect(resent).toMatchObject({ kind: 'duplicate', message: { seq: 1, body: { kind: 'recalled' } } })
    })

    it('goes out of the messages that quote it, and of no other', async () => {
      await givenTalk()
      const quote = (seq: number, text: string) => ({ seq, author: customer, kind: 'text', text }) as const
      await store(opened(), agentSays('收到', { quote: quote(1, '我的卡号是 6222') }))
      await store(opened(), says('嗯', { quote: quote(2, '好的') }))

      const changed = await messages().requote('c-lin', { ...quote(1, ''), kind: 'recalled' })

      expect(changed.map(({ seq, quote }) => [seq, quote])).toEqual([[3, { ...quote(1, ''), kind: 'recalled' }]])
      expect((await messages().find('c-lin', 3))?.quote?.text).toBe('')
      expect((await messages().find('c-lin', 4))?.quote).toEqual(quote(2, '好的'))
    })

    it('is the newest words of its conversation no longer', async () => {
      await givenTalk()

      await opened().storage.conversations.setPreview('c-lin', 'recalled')

      expect((await opened().storage.conversations.find('c-lin'))?.preview).toBe('recalled')
    })
  })
}
