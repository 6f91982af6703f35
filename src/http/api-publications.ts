import { Router } from 'express'
import { publishDraft } from '../actions/knowledge/publish-draft.ts'
import { listPublications, readPublication } from '../actions/knowledge/read-publications.ts'
import { rollBack } from '../actions/knowledge/roll-back.ts'
import { AppError } from '../domain/errors.ts'
import { PublicationQuery, PublishWish, RollbackWish } from '../protocol/editing.ts'
import { toPublicationView } from '../protocol/editing-views.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What was published, and what becomes so. */
export function publicationRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)
  const newest = async () => (await deps.storage.publications.list(1))[0]

  router.get('/knowledge/publications', signedIn, async (request, response) => {
    const { before } = parseInput(PublicationQuery, request.query)
    const { publications, next } = await listPublications(deps, localsOf(response).agent, before)
    const last = await newest()
    response.json({
      publications: publications.map((one) => toPublicationView(one, last)),
      ...(next !== undefined && { next }),
    })
  })
  router.post('/knowledge/publications', signedIn, async (request, response) => {
    const publication = await publishDraft(deps, localsOf(response).agent, parseBody(PublishWish, request))
    response.json(toPublicationView(publication, publication))
  })
  router.get('/knowledge/publications/:number', signedIn, async (request, response) => {
    const found = await readPublication(deps, localsOf(response).agent, numberOf(request.params['number']))
    const { publication, changes } = found
    response.json({ publication: toPublicationView(publication, await newest()), changes })
  })
  router.post('/knowledge/publications/:number/rollback', signedIn, async (request, response) => {
    const { note } = parseBody(RollbackWish, request)
    const number = numberOf(request.params['number'])
    const publication = await rollBack(deps, localsOf(response).agent, { number, note })
    response.json(toPublicationView(publication, publication))
  })
  return router
}

/** Whatever is no number names no publication. */
function numberOf(text: unknown): number {
  if (!/^\d{1,9}$/.test(String(text))) throw new AppError('publication_not_found')
  return Number(text)
}
