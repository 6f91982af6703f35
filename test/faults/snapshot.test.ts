import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { recallAsAgent, recallAsCustomer } from '../../src/actions/conversations/recall-message.ts'
import type { Session } from '../../src/actions/customers/start-session.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { messageId } from '../../src/domain/message.ts'
import type { SessionStarted, WidgetMessage } from '../../src/protocol/widget.ts'
import {
  findThread,
  hasGap,
  listShown,
  markComplete,
  mergeMessages,
  openThread,
  type Timeline,
  toContiguousSeq,
  toRecallFloor,
} from '../../web-widget/core/timeline.ts'
import { connect, startTestApp, type TestApp, type TestClient } from '../support/test-app.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const RUNS = isLongRun ? 500 : 40

/** What happens in a conversation, and to the line of the widget that lives through it. */
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('shopper says', 'agent says', 'agent notes', 'cut', 'join') }),
  fc.record({ kind: fc.constantFrom('shopper recalls', 'agent recalls'), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('time passes'), seconds: fc.constantFrom(1, 30, 90, 130) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let app: TestApp
let url: string
let mina: Agent

beforeAll(async () => {
  app = await startTestApp({ environment: { SESSION_RATE: '1000000/1' } })
  url = (await app.app.listen()).url
  mina = await app.agent('Mina')
})
afterAll(() => app[Symbol.asyncDispose]())

it('brings a widget that lived through any history to what a fresh one reads', { timeout: FAULT_TIMEOUT }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), replay), { numRuns: RUNS })
})

async function replay(steps: readonly Step[]): Promise<void> {
  const session = await app.visitor()
  const { conversation, visitorToken } = session
  await app.say(session, '转人工')
  await claimConversation(app.deps, mina, conversation.id)
  const widget = createWidget(visitorToken)
  await widget.join()

  for (const one of steps) await take(one, session, widget)
  await widget.join()
  await widget.settled()
  const lived = widget.shown(conversation.id)
  widget.cut()

  const fresh = createWidget(visitorToken)
  await fresh.join()
  await fresh.settled()
  const read = fresh.shown(conversation.id)
  fresh.cut()
  const spoken = (await app.transcript(session)).filter(({ body }) => body.kind !== 'note')
  // She holds so many and no more.
  await resolveConversation(app.deps, mina, conversation.id)
  expect(lived).toEqual(read)
  expect(read.map(({ seq }) => seq)).toEqual(spoken.map(({ seq }) => seq))
}

let said = 0

async function take(one: Step, session: Session, widget: ReturnType<typeof createWidget>): Promise<void> {
  const conversationId = session.conversation.id
  said += 1
  const words = { conversationId, clientId: `words-${said}` }
  switch (one.kind) {
    case 'shopper says':
      await app.say(session, `第${said}句`)
      return
    case 'agent says':
      await postAgentMessage(app.deps, mina, { ...words, body: { kind: 'text', text: `回复${said}` } })
      return
    case 'agent notes':
      await addNote(app.deps, mina, { ...words, text: `备注${said}` })
      return
    case 'cut':
      widget.cut()
      return
    case 'join':
      await widget.join()
      return
  }
  if ('seconds' in one) app.clock.advance(one.seconds * 1000)
  if ('which' in one) await recall(one, session)
}

/** One of the newest that the shopper or the agent has said; what is too old is refused, and so it should be. */
async function recall(one: { kind: string; which: number }, session: Session): Promise<void> {
  const author = one.kind === 'agent recalls' ? 'agent' : 'customer'
  const own = (await app.transcript(session)).filter(
    (message) => message.author.kind === author && message.body.kind === 'text',
  )
  const message = own.at(-1 - one.which)
  if (!message) return
  const { conversationId, seq } = message
  const work =
    author === 'agent'
      ? recallAsAgent(app.deps, mina, { conversationId, seq })
      : recallAsCustomer(app.deps, { conversationId, id: messageId(message) })
  await work.catch((error: { code?: string }) => {
    if (error.code !== 'recall_too_late') throw error
  })
}

interface Page {
  readonly messages: readonly WidgetMessage[]
  readonly lastSeq: number
  readonly more: boolean
}

/** The widget's own timeline on a real socket, without its page. `join` does not wait for what it has asked for. */
function createWidget(visitorToken: string) {
  let client: TestClient | undefined
  let timeline: Timeline = []
  let catching = Promise.resolve()
  const merge = (messages: readonly WidgetMessage[]) => {
    timeline = mergeMessages(timeline, messages)
  }
  const catchUp = async (line: TestClient, conversationId: string, from: number) => {
    let afterSeq = from
    for (let more = true; more; ) {
      const page = await listAfter(line, conversationId, afterSeq)
      const thread = findThread(timeline, conversationId)
      const known = thread ? toContiguousSeq(thread) : 0
      more = page.more && known > afterSeq
      afterSeq = known
    }
  }
  // Merged as it comes, before anything that comes after it: in a browser each frame is a task of its own.
  const listAfter = (line: TestClient, conversationId: string, afterSeq: number) =>
    new Promise<{ more: boolean }>((resolve) => {
      line.socket.once('disconnect', () => resolve({ more: false }))
      line.socket.emit('message:list', { conversationId, afterSeq }, (page: Page) => {
        if (line === client) {
          merge(page.messages)
          timeline = markComplete(timeline, conversationId, page.lastSeq)
        }
        resolve(page)
      })
    })
  return {
    cut: () => {
      client?.socket.disconnect()
      client = undefined
    },
    join: async () => {
      if (client) return
      const line = await connect(`${url}/widget`, { auth: { visitorToken } })
      client = line
      const hear = ({ message }: { message: WidgetMessage }) => {
        if (line === client) merge([message])
      }
      line.socket.on('message:created', hear).on('message:updated', hear)
      const { conversation } = await line.hear<SessionStarted>('session:started')
      timeline = openThread(timeline, conversation.id, 0)
      const held = findThread(timeline, conversation.id)
      catching = catchUp(line, conversation.id, held ? toRecallFloor(held) : 0)
    },
    settled: async () => {
      await catching
      if (!client) return
      // What was told before this question has come before its answer.
      await client.ask('message:list', { afterSeq: 1_000_000 })
      // A number that does not come is asked for: a note of the shop's people, or lost.
      for (const thread of timeline) {
        if (hasGap(thread)) await catchUp(client, thread.conversationId, toContiguousSeq(thread))
      }
    },
    shown: (conversationId: string) => {
      const thread = findThread(timeline, conversationId)
      return thread ? listShown(thread) : []
    },
  }
}
