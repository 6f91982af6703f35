import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/domain/explanation.ts'
import type { KeptQuestion } from '../../src/domain/mining/kept-question.ts'
import type { Opened } from './every-store.ts'
import { agentSays, botSays, givenConversation, NOON, says, store } from './given.ts'

function explained(heardSeq: number, rule: string): { explanation: Explanation } {
  return {
    explanation: {
      heardSeq,
      rule,
      candidates: [{ intent: 'shipping_time', confidence: 0.2, evidence: [{ example: '何时发货', similarity: 0.4 }] }],
      thresholds: { answer: 0.6, clarify: 0.3 },
      facts: {},
      knowledgeVersion: 'v1',
    },
  }
}

const OPEN = { state: 'open', from: 0 } as const

export function describeQuestions(opened: Opened): void {
  describe('questions', () => {
    const list = () => opened().storage.questions.list(OPEN, 50)
    const follow = () => opened().storage.search.catchUp(100)

    async function givenMissed(text = '可以货到付款吗', rule = 'not_understood'): Promise<void> {
      if (!(await opened().storage.conversations.find('c-lin'))) await givenConversation(opened().storage)
      const { message } = await store(opened(), says(text))
      await store(opened(), botSays(`没听懂 ${text}`, explained(message.seq, rule)))
    }

    it('keeps what was not understood, without the words that only courtesy says', async () => {
      await givenMissed('你好')
      await givenMissed('可以货到付款吗')
      await givenMissed('包邮吗', 'answer')
      await follow()

      const kept = await list()
      expect(kept.map(({ text, kind, state, at }) => ({ text, kind, state, at }))).toEqual([
        { text: '可以货到付款吗', kind: 'not_understood', state: 'open', at: NOON },
      ])
      expect(kept[0]?.candidates).toEqual([{ intent: 'shipping_time', confidence: 0.2 }])
    })

    it('hides whose number it is', async () => {
      await givenMissed('我手机 13812345678 订单 20260601123456 能改成货到付款吗')
      await follow()

      const [question] = await list()
      expect(question?.text).toBe('我手机 138****5678 订单 *** 能改成货到付款吗')
    })

    it('finds the first reply of a person that says something, however late it comes', async () => {
      await givenMissed()
      await follow()
      await store(opened(), agentSays('您好'))
      await store(opened(), agentSays('稍等，帮您看下'))
      await store(opened(), agentSays('支持货到付款，偏远地区除外'))
      await store(opened(), agentSays('还有别的吗'))
      await follow()

      expect((await list())[0]?.reply).toEqual({ seq: 5, text: '支持货到付款，偏远地区除外', agentName: 'Mina' })
    })

    it('drops a question back once the shopper has chosen what was meant, and keeps one that was asked in vain', async () => {
      await givenMissed('那个能便宜点不', 'clarify')
      await givenMissed('那件啥时到', 'clarify')
      await store(opened(), says('都不是', { body: { kind: 'choice', choice: 'none_of_these', text: '都不是' } }))
      await follow()
      expect(await list()).toHaveLength(2)

      await store(opened(), says('议价', { body: { kind: 'choice', choice: 'bargain', text: '议价' } }))
      await follow()
      expect((await list()).map(({ text }) => text)).toEqual(['那个能便宜点不'])
    })

    it('follows what the shopper thinks of an answer', async () => {
      await givenMissed('充电口在哪边', 'answer')
      const { messages, search } = opened().storage
      await follow()
      await messages.rate('c-lin', 2, false)
      await search.forget('c-lin', 2)
      expect((await list()).map(({ kind }) => kind)).toEqual(['disliked'])

      await messages.rate('c-lin', 2, true)
      await search.forget('c-lin', 2)
      expect(await list()).toEqual([])
    })

    it('forgets a question that was taken back', async () => {
      await givenMissed()
      await follow()
      const { messages, search } = opened().storage
      await messages.recall('c-lin', 1, { kind: 'customer' }, NOON)
      await search.forget('c-lin', 1)

      expect(await list()).toEqual([])
    })

    it('leaves as it is what people have made of a question, however often the messages are read', async () => {
      await givenMissed()
      await follow()
      const { questions, search } = opened().storage
      const key = { conversationId: 'c-lin', seq: 1 }
      const ignored = { state: 'ignored', by: 'mina', at: NOON + 5 } as const

      expect(await questions.settle([key], ignored)).toBe(1)
      expect(await questions.settle([key], { ...ignored, state: 'out_of_scope' })).toBe(0)
      await search.forget('c-lin', 2)
      expect(await list()).toEqual([])
      expect(await questions.list({ state: 'ignored', from: 0 }, 9)).toMatchObject([
        { ...key, settled: { by: 'mina', at: NOON + 5 } },
      ])

      expect(await questions.settle([key], undefined)).toBe(1)
      expect(await questions.settle([key], undefined)).toBe(0)
      expect((await list())[0]?.settled).toBeUndefined()
    })

    it('keeps what an agent points at in place of what was kept of the message', async () => {
      await givenMissed()
      await follow()
      const { questions, search } = opened().storage
      const taught: KeptQuestion = {
        conversationId: 'c-lin',
        seq: 1,
        text: '可以货到付款吗',
        kind: 'taught',
        at: NOON,
        candidates: [],
        wish: { agentName: 'Mina', intent: 'payment_methods', answer: '可以的' },
        state: 'open',
      }
      await questions.teach(taught)
      await search.forget('c-lin', 2)

      expect(await list()).toEqual([taught])
      expect(
        await questions.findAll([
          { conversationId: 'c-lin', seq: 1 },
          { conversationId: 'c-lin', seq: 9 },
        ]),
      ).toEqual([taught])
    })

    it('lists by kind and time, newest first, and counts no further than asked', async () => {
      await givenConversation(opened().storage)
      for (const [at, rule] of ['not_understood', 'clarify', 'missing:product.material'].entries()) {
        const { message } = await store(opened(), says(`有没有问题${'一二三'[at]}`, { seconds: at }))
        await store(opened(), botSays(`答${at}`, explained(message.seq, rule)))
      }
      await follow()
      const { questions } = opened().storage

      expect((await list()).map(({ kind }) => kind)).toEqual(['no_answer', 'asked_back', 'not_understood'])
      expect((await questions.list({ ...OPEN, kinds: ['asked_back'] }, 9)).map(({ seq }) => seq)).toEqual([3])
      expect(await questions.list({ ...OPEN, from: NOON + 1000, to: NOON + 2000 }, 9)).toHaveLength(1)
      expect(await questions.count(OPEN, 9)).toBe(3)
      expect(await questions.count(OPEN, 2)).toBe(2)
    })
  })
}
