import { parse } from 'cookie'
import type { Namespace, Socket } from 'socket.io'
import { getStaffMember } from '../actions/agents/list-staff.ts'
import { findSignedIn } from '../actions/agents/sign-in.ts'
import { setPresence } from '../actions/agents/update-agent.ts'
import { ignoreSuggestion, sendAsAgent } from '../actions/assist/decide-suggestion.ts'
import { getThread } from '../actions/conversations/get-thread.ts'
import { addNote, postAgentMessage } from '../actions/conversations/post-agent-message.ts'
import { markReadByAgent } from '../actions/conversations/read-marks.ts'
import { setAgentTyping } from '../actions/conversations/set-typing.ts'
import { toBody } from '../actions/conversations/to-body.ts'
import {
  claimConversation,
  resolveConversation,
  returnToBot,
  returnToQueue,
  transferConversation,
} from '../actions/handoff/change-hands.ts'
import { scheduleGiveBack } from '../actions/handoff/give-back-vanished.ts'
import { readReception } from '../actions/settings/read-reception.ts'
import type { Agent } from '../domain/agent.ts'
import { AppError } from '../domain/errors.ts'
import { type Message, messageId } from '../domain/message.ts'
import { CONSOLE_CLIENT_EVENTS } from '../protocol/console.ts'
import { SESSION_COOKIE } from '../protocol/http.ts'
import { toAgentView, toDeskMessage } from '../protocol/views.ts'
import { createLimiter, type Handlers, listen, toRefusal } from './listen.ts'
import { DESK } from './rooms.ts'
import type { RealtimeWorld } from './world.ts'

const PAGE = 200
const EVENTS = { points: 300, seconds: 10 }

type ConsoleSocket = Socket & { data: { agentId?: string; session?: string } }

/** Namespace `/console`: the people of the shop, by their session cookie. */
export function serveConsole(namespace: Namespace, world: RealtimeWorld): void {
  const { deps, connections } = world
  const limit = createLimiter(EVENTS)

  namespace.use((socket: ConsoleSocket, next) => {
    authorise(socket, world).then(
      () => next(),
      (error: unknown) => {
        const refusal = toRefusal(error, 'connect', deps.log)
        next(Object.assign(new Error(refusal.code), { data: refusal }))
      },
    )
  })
  namespace.on('connection', (socket: ConsoleSocket) => {
    const agent = agentOf(world, socket)
    void socket.join(DESK)
    if (connections.add(agent.id)) deps.publisher.publish({ type: 'agents.changed' })
    void greet(socket, agent.id, world)

    listen(socket, CONSOLE_CLIENT_EVENTS, handlersFor(socket, world), { log: deps.log, limit: () => limit(agent.id) })
    socket.on('disconnect', () => {
      if (connections.remove(agent.id)) leave(world, agent.id)
    })
  })
}

async function greet(socket: ConsoleSocket, agentId: string, { deps }: RealtimeWorld): Promise<void> {
  const member = await getStaffMember(deps, agentId)
  socket.emit('session:started', { agent: toAgentView(member), reception: readReception(deps) })
}

function leave({ deps }: RealtimeWorld, agentId: string): void {
  deps.publisher.publish({ type: 'agents.changed' })
  scheduleGiveBack(deps, agentId).catch((error: unknown) => {
    deps.log.error({ agentId, error }, 'conversations of a vanished agent could not be put on the clock')
  })
}

async function authorise(socket: ConsoleSocket, { deps, config }: RealtimeWorld): Promise<void> {
  const { origin, host, cookie } = socket.handshake.headers
  // Browsers send the cookie with a foreign page's WebSocket too: the page's origin must be ours.
  const isOurs = origin === undefined || origin === config.publicUrl || hostOf(origin) === host
  if (!isOurs) {
    throw new AppError('origin_not_allowed')
  }
  const secret = parse(cookie ?? '')[SESSION_COOKIE]
  const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
  if (!agent || secret === undefined) throw new AppError('not_signed_in')

  socket.data.agentId = agent.id
  socket.data.session = deps.secrets.hash(secret)
}

/** A sandboxed page sends the origin `null`, which has no host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** As the agent is now: a role that was taken away holds no longer. */
function agentOf({ deps }: RealtimeWorld, socket: ConsoleSocket): Agent {
  const agent = deps.roster.find(socket.data.agentId ?? '')
  if (!agent?.active) throw new AppError('not_signed_in')
  return agent
}

function handlersFor(socket: ConsoleSocket, world: RealtimeWorld): Handlers<typeof CONSOLE_CLIENT_EVENTS> {
  const { deps } = world
  const me = () => agentOf(world, socket)
  const done = async (work: Promise<void>) => {
    await work
    return {}
  }
  return {
    'conversation:claim': ({ conversationId }) => done(claimConversation(deps, me(), conversationId)),
    'conversation:resolve': ({ conversationId }) => done(resolveConversation(deps, me(), conversationId)),
    'conversation:transfer': (input) => done(transferConversation(deps, me(), input)),
    'conversation:return-to-bot': ({ conversationId }) => done(returnToBot(deps, me(), conversationId)),
    'conversation:return-to-queue': ({ conversationId }) => done(returnToQueue(deps, me().id, conversationId)),
    'message:send': async (input) => {
      const body = await toBody(deps, input, input.conversationId)
      return sent(await postAgentMessage(deps, me(), { ...input, body }))
    },
    'message:list': async ({ conversationId, afterSeq }) => {
      const { conversation } = await getThread(deps, conversationId)
      const messages = await deps.storage.messages.listAfter(conversationId, afterSeq, PAGE)
      return {
        messages: messages.map((message) => toDeskMessage(message, deps.live.current().knowledge)),
        lastSeq: messages.at(-1)?.seq ?? conversation.lastSeq,
        more: messages.length === PAGE,
      }
    },
    'message:read': (input) => done(markReadByAgent(deps, me(), input)),
    'note:add': async (input) => sent(await addNote(deps, me(), input)),
    'suggestion:adopt': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:edit': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:ignore': (input) => done(ignoreSuggestion(deps, me(), input)),
    'typing:set': (input) => done(setAgentTyping(deps, me(), input)),
    'presence:set': ({ presence }) => done(setPresence(deps, me(), presence)),
  }
}

function sent(message: Message): { seq: number; id: string; at: number } {
  return { seq: message.seq, id: messageId(message), at: message.at }
}
