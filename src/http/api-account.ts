import { type RequestHandler, Router } from 'express'
import { changePassword } from '../actions/agents/change-password.ts'
import { listAccess } from '../actions/agents/list-access.ts'
import {
  confirmSecondFactor,
  endSecondFactor,
  proposeSecondFactor,
  readSecondFactor,
  resetSecondFactor,
} from '../actions/agents/second-factor.ts'
import { signOutEverywhere } from '../actions/agents/sessions.ts'
import {
  type AgentAccess,
  PasswordChange,
  type RecoveryCodes,
  SecondFactorEnd,
  SecondFactorProof,
  SecondFactorProposal,
  type SecondFactorSecret,
  type SecondFactorView,
} from '../protocol/http.ts'
import { parseBody } from './parse-body.ts'
import { forgetCookie, localsOf, requireAgent, welcome } from './session.ts'
import type { HttpWorld } from './world.ts'

/** How an agent's own account is kept safe. */
export function accountRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)
  const evenOwing = requireAgent(world, { evenOwing: true })

  router.put('/session/password', signedIn, async (request, response) => {
    await welcome(
      world,
      response,
      await changePassword(deps, localsOf(response).agent, parseBody(PasswordChange, request)),
    )
  })
  router.get('/session/second-factor', evenOwing, async (_request, response) => {
    response.json((await readSecondFactor(deps, localsOf(response).agent)) satisfies SecondFactorView)
  })
  router.post('/session/second-factor', evenOwing, async (request, response) => {
    const proposal = parseBody(SecondFactorProposal, request)
    response.json((await proposeSecondFactor(deps, localsOf(response).agent, proposal)) satisfies SecondFactorSecret)
  })
  router.put('/session/second-factor', evenOwing, async (request, response) => {
    const proof = parseBody(SecondFactorProof, request)
    const { recoveryCodes } = await confirmSecondFactor(deps, localsOf(response).agent, proof)
    response.json({ recoveryCodes: [...recoveryCodes] } satisfies RecoveryCodes)
  })
  router.post('/session/second-factor/end', signedIn, async (request, response) => {
    await endSecondFactor(deps, localsOf(response).agent, parseBody(SecondFactorEnd, request))
    response.json({})
  })
  router.get('/agents/access', signedIn, async (_request, response) => {
    const agents = await listAccess(deps, localsOf(response).agent)
    response.json({ agents: structuredClone(agents) as AgentAccess[] })
  })
  router.delete('/agents/:id/sessions', signedIn, endSessions(world))
  router.delete('/agents/:id/second-factor', signedIn, async (request, response) => {
    await resetSecondFactor(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  return router
}

function endSessions(world: HttpWorld): RequestHandler {
  return async (request, response) => {
    const { agent } = localsOf(response)
    const id = String(request.params['id'])
    await signOutEverywhere(world.deps, agent, id)
    if (agent.id === id) forgetCookie(world, response)
    response.json({})
  }
}
