import { Router } from 'express'
import { acceptInvite, createInvite, getInvite } from '../actions/agents/invite.ts'
import { getStaffMember, listStaff } from '../actions/agents/list-staff.ts'
import { endSessionBefore, signOut } from '../actions/agents/sessions.ts'
import { signIn } from '../actions/agents/sign-in.ts'
import { updateAgent } from '../actions/agents/update-agent.ts'
import { textIn } from '../domain/localized-text.ts'
import { AgentPatch, InviteAccept, InviteDraft, type InviteLink, type InviteView, SignIn } from '../protocol/http.ts'
import { toAgentView } from '../protocol/views.ts'
import { limitByAddress } from './limits.ts'
import { parseBody } from './parse-body.ts'
import { forgetCookie, localsOf, readDevice, readSecret, requireAgent, toSessionView, welcome } from './session.ts'
import type { HttpWorld } from './world.ts'

/** To hash a password takes a third of a second: no address may have it done all the time. */
const GUESSES = { points: 60, seconds: 60 }
/** Links hold 256 random bits: this only keeps noise away. */
const LINKS = { points: 60, seconds: 60 }

/** Signing in and out, invites, and the shop's people. */
export function accessRoutes(world: HttpWorld): Router {
  const { deps, limiters } = world
  const router = Router()
  const signedIn = requireAgent(world)
  const evenOwing = requireAgent(world, { evenOwing: true })
  const guesses = limitByAddress(limiters.create('guesses', GUESSES))
  const links = limitByAddress(limiters.create('links', LINKS))

  router.post('/session', guesses, async (request, response) => {
    const origin = { address: request.ip ?? '', device: readDevice(request, world.config) }
    const signedIn = await signIn(deps, parseBody(SignIn, request), origin)
    await endSessionBefore(deps, readSecret(request, world.config))
    await welcome(world, response, signedIn)
  })
  router.get('/session', evenOwing, async (_request, response) => {
    const { agent, secret } = localsOf(response)
    response.json(await toSessionView(world, agent, secret))
  })
  router.delete('/session', evenOwing, async (_request, response) => {
    const { agent, secret } = localsOf(response)
    await signOut(deps, agent, secret)
    forgetCookie(world, response)
    response.json({})
  })

  router.post('/invites', signedIn, async (request, response) => {
    const { role } = parseBody(InviteDraft, request)
    const { secret, expiresAt } = await createInvite(deps, localsOf(response).agent, role)
    response.json({ url: inviteUrl(world.config.publicUrl, secret), expiresAt } satisfies InviteLink)
  })
  router.get('/invites/:token', links, async (request, response) => {
    const { role, expiresAt } = await getInvite(deps, String(request.params['token']))
    const { shop } = deps.live.current().knowledge
    response.json({ role, expiresAt, shopName: textIn(shop.name, shop.language, shop.language) } satisfies InviteView)
  })
  router.post('/invites/:token/accept', links, async (request, response) => {
    const secret = String(request.params['token'])
    const signedIn = await acceptInvite(deps, { ...parseBody(InviteAccept, request), secret })
    await endSessionBefore(deps, readSecret(request, world.config))
    const device = await deps.tokens.signDevice(signedIn.agent.id, deps.ids.next())
    await welcome(world, response, { ...signedIn, device })
  })

  router.get('/agents', signedIn, async (_request, response) => {
    response.json({ agents: (await listStaff(deps)).map(toAgentView) })
  })
  router.patch('/agents/:id', signedIn, async (request, response) => {
    const { role, active, groups, limit } = parseBody(AgentPatch, request)
    const id = String(request.params['id'])
    const patch = {
      ...(role && { role }),
      ...(active !== undefined && { active }),
      ...(groups && { groups }),
      ...(limit !== undefined && { limit }),
    }
    await updateAgent(deps, localsOf(response).agent, { id, ...patch })
    response.json({ agent: toAgentView(await getStaffMember(deps, id)) })
  })
  return router
}

/** The page on which an invite is accepted. */
export function inviteUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/console/invite/${secret}`
}
