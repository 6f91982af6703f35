import { parse } from 'cookie'
import type { Namespace, Socket } from 'socket.io'
import { getStaffMember } from '../actions/agents/list-staff.ts'
import { requireSecondStep } from '../actions/agents/second-factor.ts'
import { findSignedIn, noteUse } from '../actions/agents/sessions.ts'
import { scheduleGiveBack } from '../actions/handoff/give-back-vanished.ts'
import { readReception } from '../actions/settings/read-reception.ts'
import type { Agent } from '../domain/agent.ts'
import { AppError } from '../domain/errors.ts'
import { CONSOLE_CLIENT_EVENTS } from '../protocol/console-events.ts'
import { cookieName, SESSION_COOKIE } from '../protocol/http.ts'
import { toAgentView } from '../protocol/views.ts'
import { endOwing } from './console/end-owing.ts'
import { consoleHandlers } from './console/handlers.ts'
import { createViewers, type Viewers } from './console/viewers.ts'
import { listen, toRefusal } from './listen.ts'
import { agentRoom, DESK } from './rooms.ts'
import type { RealtimeWorld } from './world.ts'

const EVENTS = { points: 300, seconds: 10 }

/** What a desk asks by itself, with nobody at it: no use of the session. */
const UNATTENDED: readonly string[] = ['message:list', 'message:read', 'conversation:view', 'suggestion:shown']

type ConsoleSocket = Socket & { data: { agentId?: string; session?: string; notedAt?: number } }

/** Namespace `/console`: the people of the shop, by their session cookie. */
export function serveConsole(namespace: Namespace, world: RealtimeWorld): void {
  const { deps } = world
  const limit = world.limiters.create('console-events', EVENTS)
  const viewers = createViewers(
    (changed) => namespace.to(DESK).emit('viewers:changed', changed),
    (look) => deps.publisher.publish(look),
  )
  followOtherNodes(viewers, world)
  endOwing(namespace, world)

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
    const agent = deps.roster.find(socket.data.agentId ?? '')
    if (!agent?.active) {
      // Disabled in this very moment.
      socket.disconnect(true)
      return
    }
    void socket.join([DESK, agentRoom(agent.id)])
    arrive(world, agent.id).catch((error: unknown) => deps.log.error({ error }, 'an arrival could not be told'))
    void greet(socket, agent.id, world)

    const seat = viewers.take(agent, socket.id)
    const handlers = consoleHandlers({ world, me: () => agentOf(world, socket), seat, here: socket.id })
    listen(socket, CONSOLE_CLIENT_EVENTS, handlers, {
      log: deps.log,
      metrics: deps.metrics,
      kind: 'console',
      limit: async (event) => {
        await limit(agent.id)
        if (!UNATTENDED.includes(event)) await keepInUse(socket, world)
      },
    })
    socket.on('disconnect', () => {
      seat.leave()
      leave(world, agent.id).catch((error: unknown) => {
        deps.log.error({ agentId: agent.id, error }, 'conversations of a vanished agent could not be put on the clock')
      })
    })
  })
}

function followOtherNodes(viewers: Viewers, { events }: RealtimeWorld): void {
  events.subscribe((event, from) => {
    if (event.type === 'look.changed' && from !== undefined) viewers.hear(event, from)
    else if (event.type === 'node.gone') viewers.forget(event.id)
    else if (event.type === 'news.missed') viewers.forget()
  })
}

async function greet(socket: ConsoleSocket, agentId: string, { deps }: RealtimeWorld): Promise<void> {
  const member = await getStaffMember(deps, agentId)
  socket.emit('session:started', { agent: toAgentView(member), reception: readReception(deps) })
}

/** The roster counts at once; others are told when they can see it. */
async function arrive({ deps, connections }: RealtimeWorld, agentId: string): Promise<void> {
  if (await connections.add(agentId)) deps.publisher.publish({ type: 'agents.changed' })
}

async function leave({ deps, connections }: RealtimeWorld, agentId: string): Promise<void> {
  if (!(await connections.remove(agentId))) return
  deps.publisher.publish({ type: 'agents.changed' })
  await scheduleGiveBack(deps, agentId)
}

async function keepInUse({ data }: ConsoleSocket, { deps }: RealtimeWorld): Promise<void> {
  if (data.session !== undefined) data.notedAt = await noteUse(deps, data.session, data.notedAt ?? 0)
}

async function authorise(socket: ConsoleSocket, { deps, config }: RealtimeWorld): Promise<void> {
  const { origin, host, cookie } = socket.handshake.headers
  // Browsers send the cookie with a foreign page's WebSocket too: the page's origin must be ours.
  const isOurs = origin === undefined || origin === config.publicUrl || hostOf(origin) === host
  if (!isOurs) {
    throw new AppError('origin_not_allowed')
  }
  const secret = parse(cookie ?? '')[cookieName(SESSION_COOKIE, config.publicUrl)]
  const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
  if (!agent || secret === undefined) throw new AppError('not_signed_in')
  await requireSecondStep(deps, agent)
  // Whoever was invited a moment ago, at another node, is not in the roster of this one yet.
  if (!deps.roster.find(agent.id)?.active) await deps.roster.refresh()

  socket.data.agentId = agent.id
  socket.data.session = deps.secrets.hash(secret)
  socket.data.notedAt = deps.clock.now()
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
