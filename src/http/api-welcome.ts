import { Router } from 'express'
import { readWelcome, takeWelcomeStep } from '../actions/welcome/take-step.ts'
import type { Agent } from '../domain/agent.ts'
import { textIn } from '../domain/localized-text.ts'
import { WELCOME_STEPS } from '../domain/welcome.ts'
import { WelcomePatch, type WelcomeView } from '../protocol/welcome.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** The name under which the demo shop's knowledge is delivered. */
const DEMO_SHOP = '小满生活'

/** The first steps of a new shop; for owners. */
export function welcomeRoutes(world: HttpWorld): Router {
  const { deps, config, demo } = world
  const router = Router()
  router.use('/welcome', requireAgent(world))
  const viewFor = async (owner: Agent): Promise<WelcomeView> => {
    const { state, sightings } = await readWelcome(deps, owner)
    const { shop } = deps.live.current().knowledge
    return {
      steps: WELCOME_STEPS.flatMap((step) => {
        const outcome = state.steps[step]
        return outcome === undefined ? [] : [{ step, outcome }]
      }),
      ...(state.finishedAt !== undefined && { finishedAt: state.finishedAt }),
      shopName: textIn(shop.name, shop.language, shop.language),
      demo: demo !== undefined,
      demoKnowledge: textIn(shop.name, 'zh', 'zh') === DEMO_SHOP,
      sightings: sightings.map((one) => ({ ...one, own: one.origin === new URL(config.publicUrl).origin })),
    }
  }

  router.get('/welcome', async (_request, response) => {
    response.json(await viewFor(localsOf(response).agent))
  })
  router.patch('/welcome', async (request, response) => {
    const { step, outcome, finished } = parseBody(WelcomePatch, request)
    const { agent } = localsOf(response)
    await takeWelcomeStep(deps, agent, {
      ...(step && { step }),
      ...(outcome && { outcome }),
      ...(finished !== undefined && { finished }),
    })
    response.json(await viewFor(agent))
  })
  return router
}
