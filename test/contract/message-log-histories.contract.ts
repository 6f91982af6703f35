import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/message.ts'
import type { AppendResult, MessageDraft } from '../../src/ports/message-log.ts'
import type { Opened } from './every-store.ts'
import { givenConversation, says } from './given.ts'

interface Line {
  readonly conversation: number
  readonly key: number
  readonly words: number
}

/** Few conversations, keys and words, so that resends and conflicts are common. */
const line = fc.record({
  conversation: fc.integer({ min: 0, max: 3 }),
  key: fc.integer({ min: 0, max: 5 }),
  words: fc.integer({ min: 0, max: 1 }),
})

/** Turns of the event loop, in each some calls of `append`, in each some drafts. */
const history = fc.array(fc.array(fc.array(line, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), { maxLength: 6 })

/** There are only three conversations: whatever is sent to the fourth is missing. */
const CONVERSATIONS = 3

export function describeAppendHistories(opened: Opened, numRuns: number): void {
  describe('message log, any history', () => {
    it('stores each key once, without gaps, in the order of the calls', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(history, async (turns) => {
          run += 1
          await replay(opened, turns, `run-${run}`)
        }),
        { numRuns },
      )
    })
  })
}

async function replay(opened: Opened, turns: readonly Line[][][], prefix: string): Promise<void> {
  const { storage, messages } = opened()
  const model = new Map<string, Message[]>()
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    await givenConversation(storage, 'lin', `${prefix}-${index}`)
    model.set(`${prefix}-${index}`, [])
  }

  for (const turn of turns) {
    const calls = turn.map((lines) => lines.map((one) => toDraft(one, prefix)))
    const results = await Promise.all(calls.map((drafts) => messages.append(drafts)))

    const expected = calls.map((drafts) => drafts.map((draft) => expectedOf(draft, model)))
    expect(results.map((batch) => batch.map(gist))).toEqual(expected)
  }
  for (const [id, expected] of model) {
    expect(await storage.messages.listAfter(id, 0, 1000)).toEqual(expected)
    expect(await storage.conversations.find(id)).toMatchObject({ lastSeq: expected.length, unread: expected.length })
  }
}

function toDraft({ conversation, key, words }: Line, prefix: string): MessageDraft {
  return says(`words ${words}`, { conversationId: `${prefix}-${conversation}`, key: `key:${key}` })
}

function gist(result: AppendResult): object {
  return 'message' in result ? { kind: result.kind, message: result.message } : result
}

/** What the promise says of a draft, after all that came before it. */
function expectedOf(draft: MessageDraft, model: Map<string, Message[]>): object {
  const thread = model.get(draft.conversationId)
  if (!thread) return { kind: 'missing' }

  const keys = KEYS.get(thread) ?? new Map<string, Message>()
  KEYS.set(thread, keys)
  const before = keys.get(draft.key)
  if (before) {
    const same = JSON.stringify(before.body) === JSON.stringify(draft.body)
    return same ? { kind: 'duplicate', message: before } : { kind: 'conflict' }
  }
  const { conversationId, author, body, at } = draft
  const message: Message = { conversationId, seq: thread.length + 1, author, body, at }
  keys.set(draft.key, message)
  thread.push(message)
  return { kind: 'stored', message }
}

const KEYS = new WeakMap<Message[], Map<string, Message>>()
