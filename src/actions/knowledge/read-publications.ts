import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { FileChange, Publication } from '../../ports/knowledge-editing.ts'
import type { Deps } from '../deps.ts'
import { listChanges } from './write-knowledge.ts'

const PAGE = 50

export async function listPublications(
  { storage }: Pick<Deps, 'storage'>,
  agent: Agent,
  before?: number,
): Promise<{ readonly publications: readonly Publication[]; readonly next?: number }> {
  requireRole(agent, 'supervisor')
  const found = await storage.publications.list(PAGE + 1, before)
  const publications = found.slice(0, PAGE)
  const last = publications.at(-1)
  return { publications, ...(found.length > PAGE && last && { next: last.number }) }
}

/** A publication, and what it changed against the one before. */
export async function readPublication(
  { storage }: Pick<Deps, 'storage'>,
  agent: Agent,
  number: number,
): Promise<{ readonly publication: Publication; readonly changes: readonly FileChange[] }> {
  requireRole(agent, 'supervisor')
  const found = await storage.publications.find(number)
  if (!found) throw new AppError('publication_not_found')
  const before = await storage.publications.find(number - 1)
  return { publication: found.publication, changes: listChanges(before?.files ?? {}, found.files) }
}
