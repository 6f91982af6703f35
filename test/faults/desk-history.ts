/// <reference lib="dom" />
import { setTimeout as pause } from 'node:timers/promises'
import { setPresence } from '../../src/actions/agents/update-agent.ts'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { recallAsAgent } from '../../src/actions/conversations/recall-message.ts'
import { updateCustomer } from '../../src/actions/customers/update-customer.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { labelConversation } from '../../src/actions/labels/label-conversation.ts'
import { updateLabel } from '../../src/actions/labels/manage-labels.ts'
import { answerTransfer, proposeTransfer } from '../../src/actions/queue/transfer.ts'
import { setReception } from '../../src/actions/settings/set-reception.ts'
import { AppError } from '../../src/domain/errors.ts'
import { messageId } from '../../src/domain/message.ts'
import { keepQueueMoving, runDueJobs } from '../../src/jobs/clock.ts'
import { loadArchive, loadSnapshot } from '../../web-console/live/fetch-desk.ts'
import type { Visitor, World } from './desk-world.ts'

/** One thing that happens; `who` and `which` choose among what there is. */
export interface Step {
  readonly what: string
  readonly who: number
  readonly which: number
}

/** What a deed is done with: a shopper, their conversation, and a number of many uses. */
interface Matter extends World {
  readonly shopper: Visitor
  readonly conversationId: string
  readonly which: number
}

const DAY = 86_400_000
const SPOKEN = ['包邮吗', '什么时候发货', '这件有货吗', '你好', '我要退货']
const ARCHIVES = ['resolved', 'others', 'all'] as const
const PRESENCES = ['online', 'away', 'offline', 'online'] as const
const PAUSES = [1, 20, 60, 200]

export async function takeStep(world: World, { what, who, which }: Step): Promise<void> {
  const shopper = world.shoppers[who]
  if (!shopper) throw new Error(`no shopper is number ${who}`)
  const { id } = await newestOf(world, shopper)
  // Of two things at the same moment nobody could say which was touched last.
  world.app.clock.advance(1)
  try {
    await DEEDS[what]?.({ ...world, shopper, conversationId: id, which })
  } catch (error) {
    // Somebody was faster, or it is not theirs: people are told so every day.
    if (!(error instanceof AppError) || error.code === 'internal') throw error
  }
}

/** Mina talks with the first shopper, the second waits for a person, the third talks with the bot. */
export async function beginDay(world: World): Promise<void> {
  for (const who of [0, 1, 2]) await takeStep(world, { what: 'the shopper writes', who, which: 0 })
  for (const who of [0, 1]) await takeStep(world, { what: 'the shopper asks for a person', who, which: 0 })
  await until(() => world.pages().desk.store.get().connection === 'online')
  for (const what of ['Mina takes over', 'Mina opens it', 'Mina says'])
    await takeStep(world, { what, who: 0, which: 0 })
}

async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await pause(5)
}

async function newestOf({ app }: World, { customerId }: Visitor) {
  const [newest] = await app.deps.storage.conversations.list({ customerId, limit: 1 })
  if (!newest) throw new Error(`${customerId} has no conversation`)
  return newest
}

/** The newest but so many that this author has said. */
async function findSaid({ app, conversationId, which }: Matter, kind: 'agent' | 'customer', authorId?: string) {
  const all = await app.deps.storage.messages.listAfter(conversationId, 0, 1000)
  return all
    .filter(({ author, body }) => author.kind === kind && body.kind === 'text')
    .filter(({ author }) => authorId === undefined || (author.kind === 'agent' && author.id === authorId))
    .at(-1 - which)
}

/** Shoppers of a real line are answered before the next thing happens to them. */
async function askAsShopper({ shopper, app, conversationId }: Matter, event: string, payload: object = {}) {
  await shopper.client.ask(event, payload)
  await app.deps.lanes.run(conversationId, async () => undefined)
}

const SHOPPERS_DEEDS = {
  writes: (one: Matter) => {
    const text = SPOKEN[one.count() % SPOKEN.length] ?? ''
    return askAsShopper(one, 'message:send', { clientId: `shopper-${one.count()}-said`, kind: 'text', text })
  },
  'asks for a person': (one: Matter) => askAsShopper(one, 'handoff:request'),
  'gives up': (one: Matter) => askAsShopper(one, 'handoff:cancel'),
  reads: (one: Matter) => askAsShopper(one, 'message:read', { seq: one.which + 1 }),
  'rates the person': (one: Matter) =>
    askAsShopper(one, 'rating:submit', { conversationId: one.conversationId, target: 'agent', score: one.which + 1 }),
  'takes back': async (one: Matter) => {
    const message = await findSaid(one, 'customer')
    if (message) await askAsShopper(one, 'message:recall', { id: messageId(message) })
  },
}

const MINAS_DEEDS = {
  'opens it': async (one: Matter) => one.open(one.conversationId),
  'opens nothing': async (one: Matter) => one.open(undefined),
  'looks into the archive': async ({ pages, which }: Matter) => {
    void loadArchive(pages().desk.store, ARCHIVES[which % ARCHIVES.length] ?? 'all')
  },
  'looks anew, and is answered late': async ({ line, pages }: Matter) => {
    line.hold('answers')
    void loadSnapshot(pages().desk.store)
    await until(() => line.heldAnswers() > 0 || !line.isOpen())
  },
  'opens it, and is answered late': async ({ line, open, conversationId }: Matter) => {
    line.hold('answers')
    open(conversationId)
    await until(() => line.heldAnswers() > 0 || !line.isOpen())
  },
  'loads the page anew': async (one: Matter) => one.reload(),
  claims: ({ ask, conversationId }: Matter) => ask('conversation:claim', { conversationId }),
  'takes over': ({ ask, conversationId }: Matter) => ask('conversation:take-over', { conversationId }),
  resolves: ({ ask, conversationId }: Matter) => ask('conversation:resolve', { conversationId }),
  'gives to the bot': ({ ask, conversationId }: Matter) => ask('conversation:return-to-bot', { conversationId }),
  'gives to the queue': ({ ask, conversationId }: Matter) => ask('conversation:return-to-queue', { conversationId }),
  transfers: ({ ask, conversationId, zhou }: Matter) =>
    ask('conversation:transfer', { conversationId, agentId: zhou.id, note: '麻烦看看' }),
  'keeps it after all': ({ ask, conversationId }: Matter) => ask('transfer:cancel', { conversationId }),
  'answers a transfer': ({ ask, conversationId, which }: Matter) =>
    ask('transfer:answer', { conversationId, accept: which > 0 }),
  'lets an offer go': ({ ask, conversationId }: Matter) => ask('offer:decline', { conversationId }),
  says: async ({ pages, conversationId, count }: Matter) =>
    pages().desk.outbox.add({ conversationId, kind: 'text', content: `米娜说第${count()}句` }),
  notes: async ({ pages, conversationId, count }: Matter) =>
    pages().desk.outbox.add({ conversationId, kind: 'note', content: `米娜记第${count()}条` }),
  'takes back': async (one: Matter) => {
    const message = await findSaid(one, 'agent', one.mina.id)
    if (message) await one.ask('message:recall', { conversationId: one.conversationId, seq: message.seq })
  },
  reads: async ({ ask, app, conversationId }: Matter) => {
    const seq = (await app.deps.storage.conversations.find(conversationId))?.lastSeq ?? 0
    if (seq > 0) await ask('message:read', { conversationId, seq })
  },
  labels: ({ ask, conversationId, labels, which }: Matter) =>
    ask('conversation:label', { conversationId, labelId: labels[which % 2]?.id ?? '', on: which < 2 }),
  'lays aside': ({ ask, conversationId }: Matter) =>
    ask('conversation:snooze', { conversationId, when: { choice: 'tomorrow' } }),
  'takes up again': ({ ask, conversationId }: Matter) => ask('conversation:unsnooze', { conversationId }),
  'writes again to whom she served': ({ ask, conversationId }: Matter) =>
    ask('conversation:follow-up', { conversationId, wants: '回访' }),
  rests: ({ ask, which }: Matter) => ask('presence:set', { presence: PRESENCES[which] ?? 'online' }),
  'sends what is proposed': async ({ ask, app, conversationId }: Matter) => {
    const [first] = await app.deps.storage.suggestions.listOffered(conversationId)
    if (first) await ask('suggestion:adopt', { suggestionId: first.id })
  },
  'refuses what is proposed': async ({ ask, app, conversationId }: Matter) => {
    const [first] = await app.deps.storage.suggestions.listOffered(conversationId)
    if (first) await ask('suggestion:ignore', { suggestionId: first.id, reason: '' })
  },
}

const ZHOUS_DEEDS = {
  claims: ({ app, zhou, conversationId }: Matter) => claimConversation(app.deps, zhou, conversationId),
  resolves: ({ app, zhou, conversationId }: Matter) => resolveConversation(app.deps, zhou, conversationId),
  transfers: ({ app, zhou, mina, conversationId }: Matter) =>
    proposeTransfer(app.deps, zhou, { conversationId, agentId: mina.id, note: '' }),
  'answers a transfer': ({ app, zhou, conversationId, which }: Matter) =>
    answerTransfer(app.deps, zhou, { conversationId, accept: which > 0 }),
  says: ({ app, zhou, conversationId, count }: Matter) => {
    const body = { kind: 'text', text: `周舟说第${count()}句` } as const
    return postAgentMessage(app.deps, zhou, { conversationId, clientId: `zhou-${count()}-said`, body })
  },
  notes: ({ app, zhou, conversationId, count }: Matter) =>
    addNote(app.deps, zhou, { conversationId, clientId: `zhou-${count()}-noted`, text: '请看一下' }),
  'takes back': async (one: Matter) => {
    const { app, zhou, conversationId } = one
    const message = await findSaid(one, 'agent', zhou.id)
    if (message) await recallAsAgent(app.deps, zhou, { conversationId, seq: message.seq })
  },
  labels: ({ app, conversationId, labels, which }: Matter) =>
    labelConversation(app.deps, { conversationId, labelId: labels[which % 2]?.id ?? '', on: which < 2 }),
  rests: ({ app, zhou, which }: Matter) => setPresence(app.deps, zhou, PRESENCES[which] ?? 'online'),
  'writes the customer down': ({ app, zhou, shopper, count }: Matter) =>
    updateCustomer(app.deps, zhou, shopper.customerId, { name: `王${count()}` }),
  'opens a case': ({ app, shopper, conversationId, which }: Matter) => {
    const at = app.clock.now()
    const title = '退货'
    const draft = { type: 'return', title, customerId: shopper.customerId, conversationId, details: [], evidence: [] }
    return openCase(app.deps, { ...draft, key: `${conversationId}:${which}`, type: 'return', dueAt: at + DAY, at })
  },
  'works on a case': async ({ app, zhou, which }: Matter) => {
    const found = (await app.deps.storage.cases.list({ limit: 10 }))[which]
    const status = (['in_progress', 'waiting', 'resolved', 'in_progress'] as const)[which] ?? 'in_progress'
    if (found) await changeCase(app.deps, zhou, { number: found.number, status, note: '已经在处理' })
  },
}

const SHOPS_DEEDS = {
  'a label has another name': ({ app, mina, labels, which, count }: Matter) =>
    updateLabel(app.deps, mina, { id: labels[which % 2]?.id ?? '', name: `标签${count()}` }),
  'the reception is switched': ({ app, mina, which }: Matter) =>
    setReception(app.deps, mina, { mode: which % 2 ? 'assist' : 'auto' }),
  'time passes': async ({ app, which }: Matter) => {
    app.clock.advance((PAUSES[which] ?? 1) * 1000)
    await runDueJobs(app.deps)
    await keepQueueMoving(app.deps)
  },
}

/** What befalls the line of Mina's browser. */
const LINES_DEEDS = {
  'is cut': async ({ line }: Matter) => line.cut(),
  'is mended': async ({ line }: Matter) => line.mend(),
  'answers late': async ({ line }: Matter) => line.hold('answers'),
  'tells late': async ({ line }: Matter) => line.hold('news'),
  'says what it kept back': async ({ line }: Matter) => line.release(),
}

type Deed = (one: Matter) => Promise<unknown>

function named(who: string, deeds: Readonly<Record<string, Deed>>): Readonly<Record<string, Deed>> {
  return Object.fromEntries(Object.entries(deeds).map(([what, deed]) => [`${who} ${what}`, deed]))
}

export const DEEDS: Readonly<Record<string, Deed>> = {
  ...named('the shopper', SHOPPERS_DEEDS),
  ...named('Mina', MINAS_DEEDS),
  ...named('Zhou', ZHOUS_DEEDS),
  ...SHOPS_DEEDS,
  ...named('the line', LINES_DEEDS),
}
