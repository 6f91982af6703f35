import express, { type RequestHandler, Router } from 'express'
import { cancelCheck, readCheck, startCheck } from '../actions/knowledge/check-draft.ts'
import { discardDraft } from '../actions/knowledge/discard-draft.ts'
import { addProblems, checkText, inspectDraft } from '../actions/knowledge/inspect-draft.ts'
import { saveDraftFile } from '../actions/knowledge/save-draft-file.ts'
import { listChanges } from '../actions/knowledge/write-knowledge.ts'
import type { Agent } from '../domain/agent.ts'
import { textIn } from '../domain/localized-text.ts'
import { type CheckView, CheckWish, FileDraft, FileQuery, TextToCheck } from '../protocol/editing.ts'
import { toCheckResult, toProblemView } from '../protocol/editing-views.ts'
import { toDraftView, toFileDetail } from './draft-views.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Reads bodies that carry a file of the knowledge; these are larger than what other requests bring. */
export const readFileBody: RequestHandler = express.json({ limit: '1200kb' })

/** The draft of the knowledge: its files and its check. Goes before the parser of small bodies. */
export function editingRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)

  router.get('/knowledge/draft', signedIn, async (_request, response) => {
    response.json(toDraftView(deps, await inspectDraft(deps, localsOf(response).agent)))
  })
  router.delete('/knowledge/draft', signedIn, async (_request, response) => {
    const draft = await discardDraft(deps, localsOf(response).agent)
    response.json(toDraftView(deps, await addProblems(deps, draft)))
  })
  router.get('/knowledge/draft/changes', signedIn, async (_request, response) => {
    const { draft } = await inspectDraft(deps, localsOf(response).agent)
    response.json({ changes: listChanges(draft.liveFiles, draft.files) })
  })
  router.get('/knowledge/draft/files', signedIn, async (request, response) => {
    const { path } = parseInput(FileQuery, request.query)
    response.json(toFileDetail(deps, await inspectDraft(deps, localsOf(response).agent), path))
  })
  router.put('/knowledge/draft/files', signedIn, readFileBody, async (request, response) => {
    const save = parseBody(FileDraft, request)
    const draft = await saveDraftFile(deps, localsOf(response).agent, save)
    response.json(toFileDetail(deps, await addProblems(deps, draft), save.path))
  })
  router.delete('/knowledge/draft/files', signedIn, async (request, response) => {
    const { path } = parseInput(FileQuery, request.query)
    const draft = await discardDraft(deps, localsOf(response).agent, path)
    response.json(toDraftView(deps, await addProblems(deps, draft)))
  })
  router.post('/knowledge/draft/check-text', signedIn, readFileBody, async (request, response) => {
    const checked = await checkText(deps, localsOf(response).agent, parseBody(TextToCheck, request))
    const { problems, warnings } = checked
    response.json({ problems: problems.map(toProblemView), warnings: warnings.map(toProblemView) })
  })

  const view = async (agent: Agent): Promise<CheckView> => {
    const check = await readCheck(deps, agent)
    if (check.state !== 'done') return { ...check }
    const { knowledge } = deps.live.current()
    const { found } = check
    const title = (intent: string) => {
      const text = found.titles[intent]
      return text && textIn(text, knowledge.shop.language, knowledge.shop.language)
    }
    return { state: 'done', print: found.print, result: toCheckResult(found, title) }
  }
  router.get('/knowledge/draft/check', signedIn, async (_request, response) => {
    response.json(await view(localsOf(response).agent))
  })
  router.post('/knowledge/draft/check', signedIn, readFileBody, async (request, response) => {
    const { agent } = localsOf(response)
    await startCheck(deps, agent, parseBody(CheckWish, request))
    response.json(await view(agent))
  })
  router.delete('/knowledge/draft/check', signedIn, async (_request, response) => {
    const { agent } = localsOf(response)
    await cancelCheck(deps, agent)
    response.json(await view(agent))
  })
  return router
}
