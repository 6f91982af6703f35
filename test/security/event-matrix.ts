import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Agent, Role } from '../../src/domain/agent.ts'
import type { CONSOLE_CLIENT_EVENTS } from '../../src/protocol/console-events.ts'
import type { WIDGET_CLIENT_EVENTS } from '../../src/protocol/widget.ts'
import type { GivenShop } from './given-shop.ts'

type Payload = Promise<object> | object

/** What an agent may ask of the desk. */
export interface ConsoleRow {
  /** Of a conversation that this agent holds, of their own message, of what they were asked: it is done. */
  readonly own: (shop: GivenShop, me: Agent) => Payload
  /** The same of a colleague's: who may nevertheless, and what the others are told. Absent: it is the whole desk's. */
  readonly others?: {
    readonly least: Role | 'nobody'
    /** `ok`: answered, without anything being done. */
    readonly code: string
    readonly ask: (shop: GivenShop, owner: Agent, me: Agent) => Payload
  }
}

const held = async (shop: GivenShop, me: Agent) => ({ conversationId: (await shop.held(me)).id })
const heldWith = (more: object) => async (shop: GivenShop, me: Agent) => ({ ...(await held(shop, me)), ...more })
const theirs = (payload: ConsoleRow['own'], code = 'conversation_not_yours'): ConsoleRow => ({
  own: payload,
  others: { least: 'nobody', code, ask: payload },
})
const anybodys = (payload: ConsoleRow['own']): ConsoleRow => ({ own: payload })

let count = 0
const words = () => ({ clientId: `client-${String(++count).padStart(8, '0')}`, kind: 'text', text: '您好' })

function somebodyBut({ people }: GivenShop, me: Agent): Agent {
  return me.id === people.owner.id ? people.colleague : people.owner
}

/** A message that this agent has said in a conversation of their own. */
async function saidBy({ app, held }: GivenShop, me: Agent): Promise<object> {
  const { id: conversationId } = await held(me)
  const said = await app.deps.storage.messages.listAfter(conversationId, 0, 100)
  const body = { kind: 'text', text: '您好' } as const
  const { seq } = await postAgentMessage(app.deps, me, { conversationId, clientId: `said-${said.length}-0001`, body })
  return { conversationId, seq }
}

/** A suggestion in a conversation that this agent holds. */
async function suggestedTo({ app, held }: GivenShop, me: Agent) {
  const { id: conversationId } = await held(me)
  const draft = {
    conversationId,
    heardSeq: 1,
    rank: 1,
    intent: 'shipping_fee',
    title: '运费',
    text: '满 99 包邮',
    confidence: 0.9,
    evidence: [],
    source: 'intent',
    sureness: 'sure',
  } as const
  const [suggestion] = await app.deps.storage.suggestions.offer([draft], app.clock.now())
  return { conversationId, suggestionId: suggestion?.id ?? '' }
}

/** A conversation of a colleague's that `asked` is asked to take. */
async function proposedTo({ app, held, people }: GivenShop, asked: Agent): Promise<object> {
  const from = asked.id === people.colleague.id ? people.owner : people.colleague
  const { id: conversationId } = await held(from)
  await app.deps.storage.routing.proposeTransfer(conversationId, from.id, asked.id, app.clock.now() + 60_000)
  return { conversationId, accept: true }
}

/** A conversation of this agent's that somebody else is asked to take. */
async function proposedBy({ app, held, people }: GivenShop, by: Agent): Promise<object> {
  const { id: conversationId } = await held(by)
  const to = by.id === people.owner.id ? people.agent : people.owner
  await app.deps.storage.routing.proposeTransfer(conversationId, by.id, to.id, app.clock.now() + 60_000)
  return { conversationId }
}

async function waiting({ app }: GivenShop): Promise<object> {
  const session = await app.visitor()
  await app.say(session, '转人工')
  return { conversationId: session.conversation.id }
}

export const CONSOLE_MATRIX: Record<keyof typeof CONSOLE_CLIENT_EVENTS, ConsoleRow> = {
  'conversation:claim': { own: waiting, others: { least: 'nobody', code: 'conversation_not_queued', ask: held } },
  'conversation:resolve': theirs(held),
  'conversation:transfer': {
    own: async (shop, me) => ({ ...(await held(shop, me)), agentId: somebodyBut(shop, me).id }),
    others: {
      least: 'nobody',
      code: 'conversation_not_yours',
      ask: async (shop, owner, me) => ({ ...(await held(shop, owner)), agentId: somebodyBut(shop, me).id }),
    },
  },
  'conversation:transfer-to-group': theirs(heldWith({ groupId: 'after_sales' })),
  'conversation:take-over': {
    own: async (shop) => ({ conversationId: (await shop.talk()).id }),
    others: { least: 'supervisor', code: 'forbidden', ask: held },
  },
  // Letting pass what one was never offered changes nothing.
  'offer:decline': anybodys(waiting),
  'transfer:answer': {
    own: proposedTo,
    others: { least: 'nobody', code: 'transfer_over', ask: proposedTo },
  },
  'transfer:cancel': theirs(proposedBy),
  'conversation:return-to-bot': theirs(held),
  'conversation:return-to-queue': theirs(held),
  'conversation:label': anybodys(async (shop, me) => ({
    ...(await held(shop, me)),
    labelId: (await shop.app.deps.storage.labels.list())[0]?.id ?? '',
    on: true,
  })),
  'conversation:follow-up': anybodys(async (shop, me) => {
    const { id: conversationId } = await shop.held(me)
    await resolveConversation(shop.app.deps, me, conversationId)
    return { conversationId, wants: '问问合不合身' }
  }),
  'conversation:snooze': theirs(heldWith({ when: { choice: 'tomorrow' } })),
  'conversation:unsnooze': theirs(held),
  'message:send': theirs(async (shop, me) => ({ ...(await held(shop, me)), ...words() })),
  'message:list': anybodys(heldWith({ afterSeq: 0 })),
  'message:recall': theirs(saidBy, 'not_found'),
  // A look by anybody else leaves no mark.
  'message:read': anybodys(heldWith({ seq: 1 })),
  'note:add': {
    own: async (shop, me) => ({ ...(await held(shop, me)), clientId: words().clientId, text: '老客' }),
    others: {
      least: 'supervisor',
      code: 'forbidden',
      ask: async (shop, owner) => ({
        ...(await held(shop, owner)),
        clientId: words().clientId,
        text: '先致歉',
        whisper: true,
      }),
    },
  },
  'suggestion:adopt': theirs(async (shop, me) => ({ suggestionId: (await suggestedTo(shop, me)).suggestionId })),
  'suggestion:edit': theirs(async (shop, me) => ({
    suggestionId: (await suggestedTo(shop, me)).suggestionId,
    text: '包邮的',
  })),
  'suggestion:ignore': theirs(async (shop, me) => ({ suggestionId: (await suggestedTo(shop, me)).suggestionId })),
  'suggestion:shown': theirs(async (shop, me) => {
    const { conversationId, suggestionId } = await suggestedTo(shop, me)
    return { conversationId, suggestionIds: [suggestionId] }
  }),
  'typing:set': theirs(heldWith({ typing: true })),
  'conversation:view': anybodys(heldWith({ typing: false })),
  // One's own, wherever it is written.
  'draft:set': anybodys(heldWith({ text: '您', note: false })),
  'words:check': anybodys(() => ({ text: '您好' })),
  'presence:set': anybodys(() => ({ presence: 'online' })),
}

/** A shopper who asks, and another one whose things they ask for. */
export interface Shoppers {
  readonly mine: { readonly id: string; readonly customerId: string }
  readonly other: { readonly id: string; readonly customerId: string }
  readonly order: string
}

export interface WidgetRow {
  /** Done in the shopper's own conversation. */
  readonly own: (shoppers: Shoppers) => object
  /** The same of another shopper's; absent where the event cannot name anything but one's own. */
  readonly others?: { readonly code: string; readonly ask: (shoppers: Shoppers) => object }
}

export const WIDGET_MATRIX: Record<keyof typeof WIDGET_CLIENT_EVENTS, WidgetRow> = {
  'message:send': {
    own: words,
    others: { code: 'order_not_found', ask: ({ order }) => ({ ...words(), kind: 'order', order }) },
  },
  'message:list': {
    own: ({ mine }) => ({ afterSeq: 0, conversationId: mine.id }),
    others: { code: 'conversation_not_found', ask: ({ other }) => ({ afterSeq: 0, conversationId: other.id }) },
  },
  'message:received': { own: () => ({ seq: 1 }) },
  'message:read': { own: () => ({ seq: 1 }) },
  'message:recall': {
    own: ({ mine }) => ({ id: `${mine.id}.1` }),
    others: { code: 'not_found', ask: ({ other }) => ({ id: `${other.id}.1` }) },
  },
  'typing:set': { own: () => ({ typing: true }) },
  'handoff:request': { own: () => ({}) },
  'handoff:cancel': { own: () => ({}) },
  'queue:choose': { own: () => ({ way: 'wait' }) },
  'rating:submit': {
    own: ({ mine }) => ({ conversationId: mine.id, target: 'bot', score: 5, reasons: [], comment: '' }),
    others: {
      code: 'conversation_not_found',
      ask: ({ other }) => ({ conversationId: other.id, target: 'bot', score: 5, reasons: [], comment: '' }),
    },
  },
  'answer:rate': {
    own: ({ mine }) => ({ id: `${mine.id}.2`, helpful: true }),
    others: { code: 'not_found', ask: ({ other }) => ({ id: `${other.id}.2`, helpful: true }) },
  },
  'context:set': { own: () => ({ product: 'linen-dress' }) },
  'identity:set': {
    own: () => ({ identity: 'signed' }),
    others: { code: 'identity_invalid', ask: () => ({ identity: 'forged' }) },
  },
  'locale:set': { own: () => ({ locale: 'en' }) },
}
