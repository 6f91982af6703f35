import { type Agent, requireRole } from '../../domain/agent.ts'
import type { Deps } from '../deps.ts'
import { DRAFT_LANE } from './lanes.ts'
import { type KnowledgeDraft, readDraft } from './read-draft.ts'

/** Takes back what the draft changes in one file, or in all. */
export async function discardDraft(
  deps: Pick<Deps, 'storage' | 'editing' | 'clock' | 'lanes'>,
  agent: Agent,
  path?: string,
): Promise<KnowledgeDraft> {
  requireRole(agent, 'supervisor')
  return deps.lanes.run(DRAFT_LANE, async () => {
    const { changes } = await readDraft(deps)
    const gone = changes.map((one) => one.path).filter((one) => path === undefined || one === path)
    if (gone.length > 0) {
      await deps.storage.transaction(async ({ knowledgeDraft, audit }) => {
        await knowledgeDraft.discard(gone)
        const detail = { files: gone }
        await audit.add({
          at: deps.clock.now(),
          actor: agent.id,
          action: 'knowledge.discarded',
          target: 'draft',
          detail,
        })
      })
    }
    return readDraft(deps)
  })
}
