import type { Explanation } from '../../src/domain/explanation.ts'
import type { HandoffReason, QueueKind } from '../../src/domain/handoff.ts'
import type { ConversationEvent, MessageBody } from '../../src/domain/message.ts'
import type { Consequences, MessageDraft } from '../../src/ports/message-log.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'

/** A conversation as it is written down step by step; seconds count from its beginning. */
export interface Talk {
  readonly id: string
  readonly from: number
  /** The shopper says something; its seq. */
  ask(seconds: number, body?: MessageBody): Promise<number>
  /** 小二 deals with the newest question. */
  bot(seconds: number, rule: string, about?: { intent?: string; product?: string; order?: string }): Promise<number>
  /** 小二, or with an arrangement the house, calls people. */
  call(seconds: number, reason: HandoffReason, kind?: QueueKind): Promise<void>
  claim(seconds: number, agent: string): Promise<void>
  reply(seconds: number, agent: string): Promise<number>
  give(seconds: number, from: string): Promise<void>
  resolve(seconds: number, agent: string): Promise<void>
  leave(seconds: number): Promise<void>
}

const BY_ARRANGEMENT: readonly string[] = ['assist_mode', 'agent_first']

/** Opens a conversation of a customer, who is made where there is none of the name. */
export async function beginTalk(
  { storage, messages }: OpenedStorage,
  { id, customer, from }: { id: string; customer: string; from: number },
): Promise<Talk> {
  if (!(await storage.customers.find(customer)))
    await storage.customers.create({ id: customer, locale: 'zh', at: from })
  await storage.conversations.open({ id, customerId: customer, locale: 'zh', at: from })
  const at = (seconds: number) => from + seconds * 1000
  let said = 0
  let asked = 0
  const write = async (seconds: number, draft: Pick<MessageDraft, 'author' | 'body'> & Partial<MessageDraft>) => {
    said += 1
    const [result] = await messages.append([{ conversationId: id, key: `${id}-${said}`, at: at(seconds), ...draft }])
    if (result?.kind !== 'stored') throw new Error('not stored', { cause: result })
    return result.message.seq
  }
  const tell = (seconds: number, event: ConversationEvent, consequences?: Consequences) =>
    write(seconds, {
      author: { kind: 'system' },
      body: { kind: 'event', event },
      ...(consequences && { consequences }),
    })
  const enqueue = (seconds: number, reason: HandoffReason, kind: QueueKind) => ({
    enqueue: { reason, kind, priority: 2, enqueuedAt: at(seconds), card: { wants: '', intents: [], lastIntents: [] } },
  })
  return {
    id,
    from,
    ask: async (seconds, body = { kind: 'text', text: `问题 ${said}` }) => {
      asked = await write(seconds, { author: { kind: 'customer', id: customer }, body })
      return asked
    },
    bot: (seconds, rule, about) =>
      write(seconds, {
        author: { kind: 'bot' },
        body: { kind: 'text', text: '好的' },
        explanation: explained(asked, rule, about),
      }),
    call: async (seconds, reason, kind = 'live') => {
      if (BY_ARRANGEMENT.includes(reason)) {
        await tell(seconds, { name: 'queued' }, enqueue(seconds, reason, kind))
        return
      }
      await write(seconds, {
        author: { kind: 'bot' },
        body: { kind: 'text', text: '转人工' },
        explanation: explained(asked, `handoff:${reason}`),
        consequences: enqueue(seconds, reason, kind),
      })
    },
    claim: async (seconds, agent) => {
      await storage.queue.claim(id, agent, at(seconds), 99)
      await tell(seconds, { name: 'assigned', agentName: agent })
    },
    reply: (seconds, agent) =>
      write(seconds, { author: { kind: 'agent', id: agent, name: agent }, body: { kind: 'text', text: '您好' } }),
    give: async (seconds, agent) => {
      await storage.queue.giveBack(id, agent, at(seconds))
      await tell(seconds, { name: 'returned_to_queue' })
    },
    resolve: async (seconds, agent) => {
      await storage.queue.resolve(id, agent, at(seconds))
      await tell(seconds, { name: 'resolved' })
    },
    leave: async (seconds) => {
      await storage.queue.returnToBot(id, undefined, at(seconds))
      await tell(seconds, { name: 'left_queue' })
    },
  }
}

function explained(
  heardSeq: number,
  rule: string,
  { intent, product, order }: { intent?: string; product?: string; order?: string } = {},
): Explanation {
  return {
    heardSeq,
    rule,
    candidates: intent === undefined ? [] : [{ intent, confidence: 0.9, evidence: [] }],
    thresholds: { answer: 0.7, clarify: 0.4 },
    facts: {},
    knowledgeVersion: 'v1',
    ...(intent !== undefined && { said: { intent, answer: 0, ...(product !== undefined && { product }) } }),
    trace: {
      entities: [],
      topic: { ...(product !== undefined && { product }), ...(order !== undefined && { order }) },
    },
  }
}
