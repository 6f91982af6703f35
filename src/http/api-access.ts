import { Router } from 'express'
import { acceptInvite, createInvite, getInvite } from '../actions/agents/invite.ts'
import { getStaffMember, listStaff } from '../actions/agents/list-staff.ts'
import { signIn, signOut } from '../actions/agents/sign-in.ts'
import { updateAgent } from '../actions/agents/update-agent.ts'
import { textIn } from '../domain/localized-text.ts'
import { AgentPatch, InviteAccept, InviteDraft, type InviteLink, type InviteView, SignIn } from '../protocol/http.ts'
import { toAgentView } from '../protocol/views.ts'
import { limitByAddress } from './limits.ts'
import { parseBody } from './parse-body.ts'
import { forgetCookie, localsOf, requireAgent, toSessionView, welcome } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Guessing passwords must be slow. */
const GUESSES = { points: 10, seconds: 60 }
/** Links hold 256 random bits: this only keeps noise away. */
const LINKS = { points: 60, seconds: 60 }

/** Signing in and out, invites, and the shop's people. */
export function accessRoutes(world: HttpWorld): Router {
  const { deps, limiters } = world
  const router = Router()
  const signedIn = requireAgent(world)
  const guesses = limitByAddress(limiters.create('guesses', GUESSES))
  const links = limitByAddress(limiters.create('links', LINKS))

  router.post('/session', guesses, async (request, response) => {
    await welcome(world, response, await signIn(deps, parseBody(SignIn, request)))
  })
  router.get('/session', signedIn, async (_request, response) => {
    const { agent, secret } = localsOf(response)
    response.json(await toSessionView(world, agent, secret))
  })
  router.delete('/session', signedIn, async (_request, response) => {
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
    await welcome(world, response, await acceptInvite(deps, { ...parseBody(InviteAccept, request), secret }))
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
