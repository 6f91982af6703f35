import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { exportHistory } from '../actions/history/export-history.ts'
import { countHistory, findHistory, readHistory } from '../actions/history/find-history.ts'
import type { AgentId } from '../domain/ids.ts'
import { textIn } from '../domain/localized-text.ts'
import {
  fromCursor,
  HistoryExportQuery,
  type HistoryPage,
  HistoryQuery,
  type HistoryReading,
  HistoryStretch,
  toCursor,
  toHistoryFilter,
  toHitView,
} from '../protocol/history.ts'
import { toDeskConversation, toDeskMessage } from '../protocol/views.ts'
import { writeRows } from './history-rows.ts'
import { parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** All conversations, also those that have ended: found, read, taken away. */
export function historyRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/history', '/history-choices', '/history-export'], requireAgent(world))
  const nameOf = (id: AgentId) => deps.roster.find(id)?.name ?? ''

  router.get('/history', async (request, response) => {
    const { cursor, ...query } = parseInput(HistoryQuery, request.query)
    const filter = toHistoryFilter(query)
    const { rows, next } = await findHistory(deps, filter, cursor === undefined ? {} : { after: toCursor(cursor) })
    const counted = cursor === undefined ? await countHistory(deps, filter) : undefined
    const world = { agents: deps.roster.find, knowledge: deps.live.current().knowledge }
    response.json({
      rows: rows.map((found) => ({
        conversation: toDeskConversation(found, world),
        hits: found.hits.map(toHitView),
        agents: found.agentIds.map((id) => ({ id, name: nameOf(id) })),
      })),
      ...(next && { next: fromCursor(next) }),
      ...(counted && { count: counted.count, countedAll: !counted.more, behind: counted.behind }),
    } satisfies HistoryPage)
  })
  router.get('/history-choices', (_request, response) => {
    const { intents, shop } = deps.live.current().knowledge
    const options = [...intents.values()].map(({ id, title }) => ({
      value: id,
      label: textIn(title, shop.language, shop.language),
    }))
    response.json({ intents: options })
  })
  router.get('/history/:id', async (request, response) => {
    const { seq, before, after } = parseInput(HistoryStretch, request.query)
    const read = await readHistory(deps, String(request.params['id']), {
      ...(seq !== undefined && { seq }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
    const { knowledge } = deps.live.current()
    response.json({
      conversation: toDeskConversation(read, { agents: deps.roster.find, knowledge }),
      messages: read.messages.map((message) => toDeskMessage(message, knowledge)),
      earlier: read.earlier,
      later: read.later,
    } satisfies HistoryReading)
  })
  router.get('/history-export', async (request, response) => {
    const { format, rows, lang, ...query } = parseInput(HistoryExportQuery, request.query)
    const pages = await exportHistory(deps, localsOf(response).agent, { filter: toHistoryFilter(query), rows })
    const labels = new Map((await deps.storage.labels.list()).map((label) => [label.id, label.name]))
    const { shop } = deps.live.current().knowledge
    response.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
    response.attachment(`xiaoer-${rows}-${new Date(deps.clock.now()).toISOString().slice(0, 10)}.${format}`)
    const writing = {
      format,
      rows,
      lang,
      labels,
      nameOf,
      timeZone: shop.timeZone,
      url: world.config.publicUrl,
    }
    try {
      await pipeline(Readable.from(writeRows(pages, writing)), response)
    } catch (error) {
      // The head has left: the download breaks off, and the browser says so.
      deps.log.warn({ error }, 'an export was not finished')
    }
  })
  return router
}
