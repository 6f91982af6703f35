import { Router } from 'express'
import { createDraftIntent } from '../actions/knowledge/create-draft-intent.ts'
import { type DraftIntent, getDraftIntent } from '../actions/knowledge/get-draft-intent.ts'
import { addProblems } from '../actions/knowledge/inspect-draft.ts'
import { type ListedIntent, listDraftIntents } from '../actions/knowledge/list-draft-intents.ts'
import { previewAnswer } from '../actions/knowledge/preview-answer.ts'
import { removeDraftIntent } from '../actions/knowledge/remove-draft-intent.ts'
import { saveDraftIntent } from '../actions/knowledge/save-draft-intent.ts'
import { requireRole } from '../domain/agent.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import { type IntentEdited, IntentNew, type IntentRow, IntentSave, PreviewWish } from '../protocol/editing.ts'
import { toProblemView } from '../protocol/editing-views.ts'
import { readFileBody } from './api-editing.ts'
import { toDraftView } from './draft-views.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** The intents of the draft as forms. Goes before the parser of small bodies. */
export function editingIntentRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)

  router.get('/knowledge/draft/intents', signedIn, async (_request, response) => {
    const { intents, language, problems, print } = await listDraftIntents(deps, localsOf(response).agent)
    const rows = intents.map((one) => toRow(one, language))
    const categories = [...new Set(rows.map(({ category }) => category))].toSorted()
    response.json({ intents: rows, categories, problems: problems.map(toProblemView), print })
  })
  router.post('/knowledge/draft/intents', signedIn, readFileBody, async (request, response) => {
    const wish = parseBody(IntentNew, request)
    response.json(toEdited(await createDraftIntent(deps, localsOf(response).agent, wish)))
  })
  router.get('/knowledge/draft/intents/:id', signedIn, async (request, response) => {
    response.json(toEdited(await getDraftIntent(deps, localsOf(response).agent, String(request.params['id']))))
  })
  router.put('/knowledge/draft/intents/:id', signedIn, readFileBody, async (request, response) => {
    const save = { id: String(request.params['id']), ...parseBody(IntentSave, request) }
    response.json(toEdited(await saveDraftIntent(deps, localsOf(response).agent, save)))
  })
  router.delete('/knowledge/draft/intents/:id', signedIn, async (request, response) => {
    const draft = await removeDraftIntent(deps, localsOf(response).agent, String(request.params['id']))
    response.json(toDraftView(deps, await addProblems(deps, draft)))
  })
  router.post('/knowledge/draft/preview', signedIn, readFileBody, async (request, response) => {
    response.json(await previewAnswer(deps, localsOf(response).agent, parseBody(PreviewWish, request)))
  })
  router.get('/knowledge/schemas', signedIn, (_request, response) => {
    requireRole(localsOf(response).agent, 'supervisor')
    response.json({ schemas: deps.editing.scribe.schemas() })
  })
  return router
}

function toRow({ form, file, line, changed, problems, warnings }: ListedIntent, language: Locale): IntentRow {
  const { id, title, autonomy, enabled, examples, answers } = form
  const said = (text: typeof title) => {
    const { zh, en } = text
    return textIn({ ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) }, language, language)
  }
  const [first] = answers
  return {
    id,
    title: said(title) || id,
    file,
    line,
    category: file.split('/')[0] ?? '',
    autonomy,
    enabled,
    examples: examples.length,
    answers: answers.length,
    changed,
    problems: problems.map(toProblemView),
    warnings: warnings.map(toProblemView),
    ...(first && { answer: said(first.say) }),
  }
}

function toEdited({ form, file, line, seen, changed, problems, warnings }: DraftIntent): IntentEdited {
  return {
    form: {
      ...form,
      title: { ...form.title },
      examples: [...form.examples],
      not: [...form.not],
      next: [...form.next],
      answers: form.answers.map(({ show, next, say, ...rest }) => ({
        ...rest,
        say: { ...say },
        ...(show && { show: [...show] }),
        ...(next && { next: [...next] }),
      })),
    },
    file,
    line,
    seen,
    changed,
    problems: problems.map(toProblemView),
    warnings: warnings.map(toProblemView),
  }
}
