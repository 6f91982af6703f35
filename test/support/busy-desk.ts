import { join } from 'node:path'
import { acceptInvite, createInvite } from '../../src/actions/agents/invite.ts'
import { setPresence, updateAgent } from '../../src/actions/agents/update-agent.ts'
import { ignoreSuggestion, sendAsAgent } from '../../src/actions/assist/decide-suggestion.ts'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { recallAsAgent } from '../../src/actions/conversations/recall-message.ts'
import { setContext } from '../../src/actions/conversations/set-context.ts'
import { type Sent, toBody } from '../../src/actions/conversations/to-body.ts'
import { blockCustomer } from '../../src/actions/customers/block-customer.ts'
import { addCustomerNote } from '../../src/actions/customers/customer-notes.ts'
import { startSession } from '../../src/actions/customers/start-session.ts'
import type { Deps } from '../../src/actions/deps.ts'
import { snoozeConversation } from '../../src/actions/follow-ups/snooze.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { labelConversation } from '../../src/actions/labels/label-conversation.ts'
import { createLabel } from '../../src/actions/labels/manage-labels.ts'
import { chooseWaiting } from '../../src/actions/queue/choose-waiting.ts'
import { proposeTransfer } from '../../src/actions/queue/transfer.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import { planFollowUp } from '../../src/actions/todos/plan-follow-up.ts'
import type { Agent, Role } from '../../src/domain/agent.ts'
import { createUploads } from '../../src/storage/uploads.ts'
import type { DemoServer } from './demo-server.ts'

/** Somebody who talks to the shop, as far as the desk sees it. */
interface Talk {
  readonly conversationId: string
  readonly customerId: string
  hears(sent: Sent | string, quote?: number): Promise<number>
}

/** The demo shop on a morning on which everything that a desk can show is there to be seen. */
export interface BusyDesk {
  readonly mina: Agent
  readonly zhou: Agent
  /** 林晓雨, whom Mina serves: every kind of message, suggestions, notes, labels. */
  readonly talk: string
  /** Held by Zhou, who would like to hand it to Mina. */
  readonly asked: string
  /** Held by Mina, who waits for Zhou to take it. */
  readonly transferring: string
  /** Ended and rated badly. */
  readonly rated: string
  readonly customerId: string
}

/** Fills the desk by what people do; nobody's browser is open yet. */
export async function fillDesk(server: DemoServer): Promise<BusyDesk> {
  const { deps } = server
  const mina = await hire(deps, '米娜', 'owner')
  const zhou = await hire(deps, '小周', 'supervisor')

  await holdWhoIsFull(server)
  const rated = await holdRated(deps, mina)
  const talk = await holdTalk(server, { mina, zhou })
  const transferring = await hold(deps, mina, ['发票怎么开', '转人工'])
  const aside = await hold(deps, mina, ['快递停在武汉三天了', '转人工'])
  await snoozeConversation(deps, mina, { conversationId: aside, when: { choice: 'tomorrow' } })
  const asked = await hold(deps, zhou, ['鞋子开胶了，能换吗', '转人工'])
  await waitInQueue(deps)
  // One more than she holds: one customer is offered to her, the others wait.
  await updateAgent(deps, mina, { id: mina.id, limit: 4, groups: ['pre_sales', 'after_sales'] })
  for (const agent of [mina, zhou]) await server.app.connections.add(agent.id)
  await proposeTransfer(deps, mina, { conversationId: transferring, agentId: zhou.id, note: '开票的事您更熟' })
  await proposeTransfer(deps, zhou, { conversationId: asked, agentId: mina.id, note: '老客户，客气些' })
  await setPresence(deps, zhou, 'busy')
  await withBot(deps, mina)
  return { mina, zhou, talk: talk.conversationId, asked, transferring, rated, customerId: talk.customerId }
}

async function hire(deps: Deps, name: string, role: Role, login = `login-${role}`): Promise<Agent> {
  const { secret } = await createInvite(deps, undefined, role)
  const input = { secret, login, name, password: 'correct horse battery' }
  return (await acceptInvite(deps, input)).agent
}

let sent = 0

/** Somebody is on duty, so that shoppers wait rather than leave a message, and has no hand free, so that they go on waiting. */
async function holdWhoIsFull({ app, deps }: DemoServer): Promise<void> {
  const nuo = await hire(deps, '小诺', 'agent')
  await updateAgent(deps, await hire(deps, '孙姐', 'owner', 'login-boss'), { id: nuo.id, limit: 1 })
  await hold(deps, nuo, ['羊毛大衣怎么洗', '转人工'])
  await app.connections.add(nuo.id)
}

/** A new conversation: of somebody whom the shop knows by this key, or of a stranger. */
async function talkAs(deps: Deps, key?: string): Promise<Talk> {
  const { customerId, conversationId } = await enter(deps, key)
  return {
    customerId,
    conversationId,
    hears: async (what, quote) => {
      sent += 1
      const body = await toBody(deps, typeof what === 'string' ? { kind: 'text', text: what } : what, conversationId)
      const clientId = `said-${sent}`
      const { seq } = await postCustomerMessage(deps, { conversationId, customerId, clientId, body, quote })
      await deps.lanes.run(conversationId, async () => undefined)
      return seq
    },
  }
}

async function enter(deps: Deps, key: string | undefined) {
  if (key === undefined) {
    const { customer, conversation } = await startSession(deps, { locale: 'zh' })
    return { customerId: customer.id, conversationId: conversation.id }
  }
  const customer = await deps.storage.customers.findByIdentity({ kind: 'shop', value: key })
  if (!customer) throw new Error(`the demo shop has no customer "${key}"`)
  const at = deps.clock.now()
  const opened = await deps.storage.conversations.open({
    id: deps.ids.next(),
    customerId: customer.id,
    locale: 'zh',
    at,
  })
  return { customerId: customer.id, conversationId: opened.id }
}

/** A stranger's conversation that this agent has taken. */
async function hold(deps: Deps, agent: Agent, words: readonly string[]): Promise<string> {
  const talk = await talkAs(deps)
  for (const text of words) await talk.hears(text)
  await claimConversation(deps, agent, talk.conversationId)
  return talk.conversationId
}

async function holdRated(deps: Deps, mina: Agent): Promise<string> {
  const talk = await talkAs(deps)
  await talk.hears('包邮吗')
  await talk.hears('转人工')
  const { conversationId } = talk
  await claimConversation(deps, mina, conversationId)
  await say(deps, mina, conversationId, '您好，满 79 元包邮的')
  await resolveConversation(deps, mina, conversationId)
  const rating = { target: 'agent', score: 1, reasons: ['unsolved'], comment: '问了半天也没说清楚' } as const
  await submitRating(deps, talk.customerId, { conversationId, ...rating })
  return conversationId
}

/** The pieces of one long talk; each kind of message is in it. */
async function holdTalk({ deps, dataDir }: DemoServer, { mina, zhou }: { mina: Agent; zhou: Agent }): Promise<Talk> {
  const talk = await talkAs(deps, 'lin')
  const { conversationId, customerId } = talk
  const [order] = await deps.storage.orders.listOf(customerId, 1)
  await setContext(deps, { conversationId, product: 'linen-dress', ...(order && { order: order.number }) })
  await talk.hears('这条裙子有黑色吗')
  await talk.hears('我要找真人问一下尺码')
  await claimConversation(deps, mina, conversationId)
  const asked = await talk.hears('我 165，52 公斤，平时穿 M，买哪个码合适？')
  await say(deps, mina, conversationId, '亲，按您的身高体重，这款建议选 M 码，腰身正好～', asked)
  await talk.hears({ kind: 'product', product: 'linen-dress' })
  if (order) await talk.hears({ kind: 'order', order: order.number })
  await sendUploads(dataDir, talk)
  const slip = await say(deps, mina, conversationId, '给您便宜一百')
  await recallAsAgent(deps, mina, { conversationId, seq: slip })
  await addNote(deps, mina, { conversationId, clientId: 'note-1', text: '老客户，上次退过一条 L 码' })
  await addNote(deps, zhou, { conversationId, clientId: 'note-2', text: '可以送她一张 20 元券', whisper: true })
  await addCustomerNote(deps, mina, { customerId, text: '喜欢宽松的版型，不要化纤' })
  await makeLabels(deps, mina, conversationId)
  await planFollowUp(deps, mina, {
    conversationId,
    when: { choice: 'tomorrow' },
    note: '问裙子合不合身',
    way: 'message',
  })
  await decideSome(deps, mina, talk)
  await talk.hears('不合适的话，退货的运费谁出？')
  return talk
}

async function say(deps: Deps, agent: Agent, conversationId: string, text: string, quote?: number): Promise<number> {
  sent += 1
  const body = { kind: 'text', text } as const
  return (await postAgentMessage(deps, agent, { conversationId, clientId: `said-${sent}`, body, quote })).seq
}

const TAPE_MEASURE = [
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAMAAADS6oI8AAAABlBMVEX63HhGPCjBsbnsAAAANElEQVR42u3NsQkAAAgDwbj/0s4g',
  'aOV9kyZwiSRJ+lFd/wAAAAAAAIyAqwUAAAAAAADY2Qa/EwFRJw01GwAAAABJRU5ErkJggg==',
].join('')

/** A picture and a file of the shopper's. */
async function sendUploads(dataDir: string, talk: Talk): Promise<void> {
  const uploads = createUploads(join(dataDir, 'uploads'))
  const picture = await uploads.save(Buffer.from(TAPE_MEASURE, 'base64'), 'png')
  await talk.hears({ kind: 'image', image: `/uploads/${picture}` })
  const file = { name: '收货签字单.pdf', mime: 'application/pdf' }
  const kept = await uploads.save(Buffer.from('%PDF-1.7 signed'), 'pdf', file)
  await talk.hears({ kind: 'file', file: `/uploads/${kept}` })
}

async function makeLabels(deps: Deps, mina: Agent, conversationId: string): Promise<void> {
  const colors = { 待回访: 'gold', 催发货: 'red', 尺码咨询: 'blue' } as const
  for (const [name, color] of Object.entries(colors)) {
    const { id } = await createLabel(deps, mina, { name, color })
    if (name !== '催发货') await labelConversation(deps, { conversationId, labelId: id, on: true })
  }
}

/** One proposal is sent as it was, one changed, one refused: the reports have something to add up. */
async function decideSome(deps: Deps, mina: Agent, talk: Talk): Promise<void> {
  for (const words of ['什么时候发货', '包邮吗', '支持七天无理由吗']) {
    await talk.hears(words)
    const [first] = await deps.storage.suggestions.listOffered(talk.conversationId)
    if (!first) throw new Error(`nothing was proposed to "${words}"`)
    if (words === '支持七天无理由吗')
      await ignoreSuggestion(deps, mina, { suggestionId: first.id, reason: 'own_words' })
    else
      await sendAsAgent(deps, mina, { suggestionId: first.id, ...(words === '包邮吗' && { text: '满 79 元就包邮～' }) })
  }
}

async function waitInQueue(deps: Deps): Promise<void> {
  for (const words of ['商品有破损，我要投诉', '我要退货', '买两件有优惠吗']) {
    const talk = await talkAs(deps)
    await talk.hears(words)
    await talk.hears('转人工')
    if (words === '买两件有优惠吗') {
      await chooseWaiting(deps, { conversationId: talk.conversationId, way: 'message' })
      await talk.hears('明天上午给我回个话就行')
    }
  }
}

async function withBot(deps: Deps, mina: Agent): Promise<void> {
  const chat = await talkAs(deps, 'sun')
  await chat.hears('我的快递到哪了')
  const rude = await talkAs(deps)
  await rude.hears('在吗')
  await blockCustomer(deps, mina, { customerId: rude.customerId, reason: '反复辱骂客服', minutes: 1440 })
}
