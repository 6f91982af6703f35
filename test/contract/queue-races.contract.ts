import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import type { Opened } from './every-store.ts'
import { agent, agentSays, botSays, entry, givenConversation, NOON, says } from './given.ts'

const AGENTS = ['mina', 'noor', 'omar'] as const
const LIMIT = 99
const CONVERSATIONS = 3
/** A server that is shared answers a thousand statements when it can. */
const PATIENCE = 90_000
const FAR = NOON + 3_600_000

/** Everything that may happen to a conversation at the same moment. */
const DEEDS = [
  'enqueue',
  'claim',
  'offer',
  'end offer',
  'propose',
  'accept',
  'give back',
  'to group',
  'to bot',
  'leave queue',
  'resolve',
  'take over',
  'wait with bot',
  'customer writes',
  'agent writes',
] as const

const deed = fc.record({
  what: fc.constantFrom(...DEEDS),
  conversation: fc.nat(CONVERSATIONS - 1),
  by: fc.nat(AGENTS.length - 1),
  other: fc.nat(AGENTS.length - 1),
  twin: fc.boolean(),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** Moments, in each of which several things happen at once. */
const day = fc.array(fc.array(deed, { minLength: 2, maxLength: 7 }), { minLength: 2, maxLength: 8 })

export function describeQueueRaces(opened: Opened, numRuns: number): void {
  describe('queue, any race', () => {
    it(
      'leaves every conversation with exactly one holder, and loses and doubles no message',
      async () => {
        for (const id of AGENTS) await opened().storage.agents.create(agent(id), 'hash')
        let run = 0
        await fc.assert(
          fc.asyncProperty(day, async (moments) => {
            run += 1
            await replay(opened, moments, `race-${run}`)
          }),
          { numRuns },
        )
      },
      PATIENCE,
    )
  })
}

async function replay(opened: Opened, moments: readonly Deed[][], prefix: string): Promise<void> {
  const { storage, twin } = opened()
  const ids = Array.from({ length: CONVERSATIONS }, (_, index) => `${prefix}-${index}`)
  for (const id of ids) await givenConversation(storage, 'lin', id)

  const stored = new Map(ids.map((id) => [id, 0]))
  let line = 0
  for (const deeds of moments) {
    const done = deeds.map((one) => {
      line += 1
      return perform(one.twin ? twin : opened(), one, {
        id: ids[one.conversation] ?? '',
        key: `${prefix}-line-${line}`,
      })
    })
    for (const message of await Promise.all(done)) if (message) stored.set(message, (stored.get(message) ?? 0) + 1)
    for (const id of ids) await expectOneHolder(storage, id, stored.get(id) ?? 0)
  }
}

interface Where {
  readonly id: string
  readonly key: string
}

/** Does one thing; resolves with the conversation in which it has stored a message. */
async function perform(on: OpenedStorage, { what, by, other }: Deed, { id, key }: Where): Promise<string | undefined> {
  const { queue, routing } = on.storage
  const me = AGENTS[by] ?? ''
  const you = AGENTS[other] ?? ''
  const card = { wants: '', intents: [], lastIntents: [] }
  const append = async (draft: Parameters<OpenedStorage['messages']['append']>[0][number]) => {
    const [result] = await on.messages.append([draft])
    if (result?.kind === 'error') throw result.cause
    return result?.kind === 'stored' ? id : undefined
  }
  switch (what) {
    case 'enqueue':
      return append(
        botSays('转接中', {
          conversationId: id,
          key,
          consequences: { enqueue: { ...entry(), enqueuedAt: NOON + Number(key.split('-').at(-1)) } },
        }),
      )
    case 'customer writes':
      return append(says('在吗', { conversationId: id, key, whileStatus: ['bot', 'queued', 'assigned'] }))
    case 'agent writes':
      return append(agentSays('在的', { conversationId: id, key, whileStatus: ['assigned'] }))
    case 'claim':
      await queue.claim(id, me, NOON, LIMIT)
      return
    case 'offer':
      await routing.offer(id, me, FAR)
      return
    case 'end offer':
      await routing.endOffer(id, me)
      return
    case 'propose':
      await routing.proposeTransfer(id, me, you, FAR)
      return
    case 'accept':
      await routing.acceptTransfer(id, me, NOON, LIMIT)
      return
    case 'give back':
      await queue.giveBack(id, me, NOON)
      return
    case 'to group':
      await queue.giveToGroup(id, me, 'returns', NOON)
      return
    case 'to bot':
      await queue.returnToBot(id, me, NOON)
      return
    case 'leave queue':
      await queue.returnToBot(id, undefined, NOON)
      return
    case 'resolve':
      await queue.resolve(id, me, NOON)
      return
    case 'take over':
      await queue.takeOver(id, { agentId: me, at: NOON + Number(key.split('-').at(-1)), card, fromAgents: other === 0 })
      return
    case 'wait with bot':
      await queue.setWaiting(id, { kind: 'live', withBot: true })
      return
  }
}

async function expectOneHolder(storage: OpenedStorage['storage'], id: string, messages: number): Promise<void> {
  const conversation = await storage.conversations.find(id)
  const isWaiting = (await storage.queue.position(id)) !== undefined
  expect(isWaiting, `${id} is ${conversation?.status}`).toBe(conversation?.status === 'queued')
  expect('agentId' in (conversation ?? {})).toBe(conversation?.status === 'assigned')
  if (conversation?.status !== 'queued') {
    expect((await storage.routing.listOffers()).filter((one) => one.conversationId === id)).toEqual([])
  }
  const seqs = (await storage.messages.listAfter(id, 0, 1000)).map(({ seq }) => seq)
  expect(seqs).toEqual(Array.from({ length: messages }, (_, index) => index + 1))
  expect(conversation?.lastSeq).toBe(messages)
}
