import { type Agent, requireRole } from '../../domain/agent.ts'
import type { AuditFilter, AuditRecord } from '../../ports/webhooks.ts'
import type { Deps } from '../deps.ts'

const PAGE = 50
/** A file of more lines is opened by nobody. */
const MOST_EXPORTED = 20_000

export type AuditQuestion = Omit<AuditFilter, 'limit'>

/** Who did what, the newest first, page by page. */
export async function readAudit(
  deps: Deps,
  supervisor: Agent,
  question: AuditQuestion,
): Promise<{ entries: readonly AuditRecord[]; more: boolean }> {
  requireRole(supervisor, 'supervisor')
  const found = await deps.storage.audit.find({ ...question, limit: PAGE + 1 })
  return { entries: found.slice(0, PAGE), more: found.length > PAGE }
}

/** All that fits, for a file; that it was taken is written down too. */
export async function exportAudit(
  deps: Deps,
  supervisor: Agent,
  question: AuditQuestion,
): Promise<readonly AuditRecord[]> {
  requireRole(supervisor, 'supervisor')
  const entries = await deps.storage.audit.find({ ...question, limit: MOST_EXPORTED })
  const detail = { entries: entries.length }
  const deed = { at: deps.clock.now(), actor: supervisor.id, action: 'audit.exported', target: 'audit', detail }
  await deps.storage.audit.add(deed)
  return entries
}

/** The names of everybody who stands in the audit: the shop's people, whoever they are by now. */
export async function listAuditActors(
  deps: Deps,
  supervisor: Agent,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  requireRole(supervisor, 'supervisor')
  const acted = new Set(await deps.storage.audit.listActors())
  return deps.roster.list().flatMap(({ id, name }) => (acted.has(id) ? [{ id, name }] : []))
}
