import type { Agent } from '../../domain/agent.ts'
import { type Case, type CaseStatus, isEnded } from '../../domain/case.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId, CaseNumber } from '../../domain/ids.ts'
import { guardWords } from '../conversations/guard-words.ts'
import type { Deps } from '../deps.ts'
import { toTelling } from './tell-case-change.ts'

export interface CaseWork {
  readonly number: CaseNumber
  /** `in_progress` opens an ended case again. */
  readonly status?: Exclude<CaseStatus, 'open'>
  /** What the shopper is told. */
  readonly note?: string
  /** What only the people of the shop read. */
  readonly internal?: string
  /** Makes it this agent's, whoever had it. A case that nobody has becomes so by any change. */
  readonly take?: boolean
  /** Makes it that agent's. */
  readonly agentId?: AgentId
  /** Moves the time by which it should be dealt with. */
  readonly dueAt?: number
  /** The revision that the agent has seen; a change of another one throws `case_changed`. */
  readonly seen?: number
}

/**
 * An agent works on a case: sets its status, writes, hands it on, moves its time. Throws `case_ended` unless it is opened again,
 * `case_changed` if it is not as the agent has seen it, and `words_forbidden` for a note that the shopper may not be told.
 */
export async function changeCase(deps: Deps, agent: Agent, work: CaseWork): Promise<Case> {
  // Of two changes at once the second must see what the first has made of it.
  return deps.lanes.run(`case:${work.number}`, async () => {
    const before = await deps.storage.cases.find(work.number)
    if (!before) throw new AppError('case_not_found')
    if (work.seen !== undefined && work.seen !== before.revision) throw new AppError('case_changed')
    if (isEnded(before) && work.status !== 'in_progress') throw new AppError('case_ended')

    const { conversationId } = before
    const { text: note, warned } = guardWords(deps, { agent, conversationId }, work.note ?? '')
    const changed = await store(deps, agent, { ...work, note }, before)
    await deps.storage.audit.add({
      at: changed.updatedAt,
      actor: agent.id,
      action: 'case.changed',
      target: changed.number,
      detail: { from: before.status, to: changed.status, ...(warned.length > 0 && { words: warned }) },
    })
    deps.publisher.publish({ type: 'case.changed', case: changed })
    return changed
  })
}

/** The change, and in the same commit the duty to tell the shopper, so that a crash cannot part them. */
async function store(deps: Deps, agent: Agent, work: CaseWork, before: Case): Promise<Case> {
  const { note = '', internal = '' } = work
  const at = deps.clock.now()
  const holder = nextHolder(deps, agent, work, before)
  const moved = work.dueAt !== undefined && work.dueAt !== before.dueAt
  return deps.storage.transaction(async (stores) => {
    const changed = await stores.cases.change(work.number, {
      status: work.status ?? before.status,
      by: { kind: 'agent', id: agent.id, name: agent.name },
      note,
      ...(internal !== '' && { internal }),
      at,
      ...(holder && { agent: { id: holder.id, name: holder.name } }),
      ...(moved && { dueAt: work.dueAt }),
      ...(work.seen !== undefined && { seen: work.seen }),
    })
    const concernsShopper = note !== '' || moved || changed.status !== before.status
    if (concernsShopper) await stores.jobs.schedule(toTelling(changed, at))
    return changed
  })
}

/** Who has it from now on, if that changes: whoever was named, or takes it, or is the first to touch it. */
function nextHolder(deps: Deps, agent: Agent, { agentId, take }: CaseWork, before: Case): Agent | undefined {
  const named = agentId === undefined ? undefined : deps.roster.find(agentId)
  if (agentId !== undefined && !named?.active) throw new AppError('agent_not_found')

  const next = named ?? (take === true || before.agentId === undefined ? agent : undefined)
  return next?.id === before.agentId ? undefined : next
}
