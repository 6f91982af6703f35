import type { Namespace, Socket } from 'socket.io'
import type { z } from 'zod'
import { getThread } from '../actions/conversations/get-thread.ts'
import { postCustomerMessage } from '../actions/conversations/post-customer-message.ts'
import { rateAnswer } from '../actions/conversations/rate.ts'
import { markDelivered, markReadByCustomer } from '../actions/conversations/read-marks.ts'
import { recallAsCustomer } from '../actions/conversations/recall-message.ts'
import { setContext, setLocale } from '../actions/conversations/set-context.ts'
import { setCustomerTyping } from '../actions/conversations/set-typing.ts'
import { toBody } from '../actions/conversations/to-body.ts'
import { identifyBySignature, type Session, startSession } from '../actions/customers/start-session.ts'
import { cancelHandoff, requestHandoff } from '../actions/handoff/request-handoff.ts'
import { chooseWaiting } from '../actions/queue/choose-waiting.ts'
import { readPlace } from '../actions/queue/read-place.ts'
import { submitRating } from '../actions/ratings/submit-rating.ts'
import { createSightings } from '../actions/welcome/note-sighting.ts'
import { AppError } from '../domain/errors.ts'
import { messageId } from '../domain/message.ts'
import { addressKey } from '../domain/sign-in.ts'
import { toWidgetConversation, toWidgetMessage } from '../protocol/views.ts'
import { WIDGET_CLIENT_EVENTS, WidgetHandshake } from '../protocol/widget.ts'
import { type Handlers, listen, toRefusal } from './listen.ts'
import { conversationRoom, customerRoom } from './rooms.ts'
import { toShopView } from './shop-view.ts'
import type { RealtimeWorld } from './world.ts'

const PAGE = 100
/** Everything but messages, per visitor. */
const OTHER_EVENTS = { points: 100, seconds: 10 }

/** Who is on the other end of a widget's socket. It changes when the visitor is identified. */
interface Visit {
  customerId: string
  conversationId: string
}

type WidgetSocket = Socket & { data: Partial<Visit> & { session?: Session; address?: string } }

/** Whoever floods is stopped first by what is counted of them alone; what protects the shop as a whole comes last. */
function createLimits({ config: { limits: rates }, limiters }: RealtimeWorld) {
  const messages = limiters.create('messages', rates.messages)
  const addresses = limiters.create('addresses', rates.addresses)
  const shop = limiters.create('shop', rates.shop)
  const others = limiters.create('widget-events', OTHER_EVENTS)
  return {
    sessions: limiters.create('sessions', rates.sessions),
    visitors: limiters.create('visitors', rates.visitors),
    event: async (event: string, { from, address }: { from: string; address: string }) => {
      if (event !== 'message:send') return others(from)
      await messages(from)
      await addresses(address)
      await shop('shop')
    },
  }
}

/** Namespace `/widget`: shoppers. */
export function serveWidget(namespace: Namespace, world: RealtimeWorld): void {
  const { deps, config } = world
  const limits = createLimits(world)
  const noteSighting = createSightings(deps)
  namespace.use((socket: WidgetSocket, next) => {
    const start = async () => {
      const address = addressKey(addressOf(socket, config.trustProxy))
      await limits.sessions(address)
      const handshake = WidgetHandshake.safeParse(socket.handshake.auth)
      if (!handshake.success) throw new AppError('invalid_input')
      const { visitorToken } = handshake.data
      const known = visitorToken !== undefined && (await deps.tokens.verifyVisitor(visitorToken)) !== undefined
      if (!known) await limits.visitors(address)
      socket.data.address = address
      socket.data.session = await startSession(deps, handshake.data)
      // A page whose policy names nobody is seen when its chat is opened.
      noteSighting(socket.handshake.headers.origin)
    }
    start().then(
      () => next(),
      (error: unknown) => {
        const refusal = toRefusal(error, 'connect', deps.log)
        deps.metrics.refused('widget', refusal.code)
        next(toConnectError(refusal))
      },
    )
  })
  namespace.on('connection', (socket: WidgetSocket) => {
    const { session } = socket.data
    if (!session) return
    enter(socket, session, world).catch((error: unknown) => {
      deps.log.error({ error }, 'a visitor could not be greeted')
      socket.disconnect(true)
    })
    listen(socket, WIDGET_CLIENT_EVENTS, handlersFor(socket, world), {
      log: deps.log,
      metrics: deps.metrics,
      kind: 'widget',
      limit: (event) => limits.event(event, { from: visitOf(socket).customerId, address: socket.data.address ?? '' }),
    })
  })
}

/** The visitor's own address; behind a proxy of ours, the one that it saw. */
function addressOf({ handshake }: WidgetSocket, trustProxy: boolean): string {
  const forwarded = trustProxy ? handshake.headers['x-forwarded-for'] : undefined
  return (
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() || handshake.address
  )
}

/** Socket.IO hands `data` of a connection error to the client. */
function toConnectError(refusal: object & { code: string; message: string }): Error {
  return Object.assign(new Error(refusal.code), { data: refusal })
}

function visitOf(socket: WidgetSocket): Visit {
  const { customerId, conversationId } = socket.data
  if (customerId === undefined || conversationId === undefined) throw new AppError('not_signed_in')
  return { customerId, conversationId }
}

/** Joins the rooms first and greets then: what happens between is told twice rather than never. */
async function enter(socket: WidgetSocket, session: Session, world: RealtimeWorld): Promise<void> {
  const { customer, conversation, visitorToken } = session
  const before = socket.data
  const { address } = before
  socket.data = { customerId: customer.id, conversationId: conversation.id, ...(address !== undefined && { address }) }
  if (before.customerId !== undefined) await socket.leave(customerRoom(before.customerId))
  if (before.conversationId !== undefined) await socket.leave(conversationRoom(before.conversationId))
  await socket.join([customerRoom(customer.id), conversationRoom(conversation.id)])

  socket.emit('session:started', {
    visitorToken,
    customer: {
      id: customer.id,
      ...(customer.name !== undefined && { name: customer.name }),
      verified: customer.verified,
    },
    conversation: toWidgetConversation(conversation, world.deps.roster.find),
    lastSeq: conversation.lastSeq,
    shop: toShopView(world.deps, conversation.locale),
  })
  const place = conversation.status === 'queued' ? await readPlace(world.deps, conversation.id) : undefined
  if (place) socket.emit('queue:changed', { conversationId: conversation.id, ...place })
}

function handlersFor(socket: WidgetSocket, world: RealtimeWorld): Handlers<typeof WIDGET_CLIENT_EVENTS> {
  const { deps } = world
  const here = () => visitOf(socket).conversationId
  const since = deps.clock.now()
  const done = async (work: Promise<void>) => {
    await work
    return {}
  }
  return {
    'message:send': async (input) => {
      const { conversationId, customerId } = visitOf(socket)
      const { clientId, quote } = input
      deps.log.debug({ conversationId, clientId, kind: input.kind }, 'a message is received')
      const body = await toBody(deps, input, conversationId)
      const message = await postCustomerMessage(deps, { conversationId, customerId, clientId, body, quote })
      return { seq: message.seq, id: messageId(message), at: message.at, conversationId: message.conversationId }
    },
    'message:list': async (input) => listMessages(world, socket, { ...input, since }),
    'message:read': ({ seq }) => done(markReadByCustomer(deps, { conversationId: here(), seq })),
    'message:received': ({ seq }) => done(markDelivered(deps, { conversationId: here(), seq })),
    'message:recall': ({ id }) => done(recallAsCustomer(deps, { conversationId: here(), id })),
    'typing:set': (input) => done(setCustomerTyping(deps, { conversationId: here(), ...input })),
    'handoff:request': () => done(requestHandoff(deps, here())),
    'handoff:cancel': () => done(cancelHandoff(deps, here())),
    'queue:choose': ({ way }) => done(chooseWaiting(deps, { conversationId: here(), way })),
    'rating:submit': (input) => done(submitRating(deps, visitOf(socket).customerId, input)),
    'answer:rate': (input) => done(rateAnswer(deps, { conversationId: here(), ...input })),
    'context:set': (input) => done(setContext(deps, { conversationId: here(), ...input })),
    'identity:set': async ({ identity }) => {
      await identify(world, socket, identity)
      return {}
    },
    'locale:set': ({ locale }) => done(setLocale(deps, { conversationId: here(), locale })),
  }
}

type ListInput = z.output<(typeof WIDGET_CLIENT_EVENTS)['message:list']['payload']> & { readonly since: number }

async function listMessages({ deps, ...world }: RealtimeWorld, socket: WidgetSocket, input: ListInput) {
  const id = input.conversationId ?? visitOf(socket).conversationId
  const { conversation } = await ownThread({ deps, ...world }, socket, id)
  const messages = await deps.storage.messages.listAfter(id, input.afterSeq, PAGE)
  // What was stored since this connection began it should have heard by itself.
  deps.metrics.caughtUp(messages.length, (messages.at(-1)?.at ?? 0) > input.since)
  return {
    messages: messages.flatMap((message) => toWidgetMessage(message) ?? []),
    lastSeq: messages.at(-1)?.seq ?? conversation.lastSeq,
    more: messages.length === PAGE,
  }
}

/** A conversation of this visitor; anybody else's does not exist for them. */
async function ownThread({ deps }: RealtimeWorld, socket: WidgetSocket, conversationId: string) {
  const thread = await getThread(deps, conversationId)
  if (thread.customer.id !== visitOf(socket).customerId) throw new AppError('conversation_not_found')
  return thread
}

async function identify(world: RealtimeWorld, socket: WidgetSocket, identity: string): Promise<void> {
  const { deps } = world
  const { conversation, customer } = await getThread(deps, visitOf(socket).conversationId)
  const known = await identifyBySignature(deps, customer, identity)
  const visitorToken = await deps.tokens.signVisitor(known.id)
  await enter(socket, await startSession(deps, { visitorToken, identity, locale: conversation.locale }), world)
}
