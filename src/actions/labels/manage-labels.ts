import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { LabelId } from '../../domain/ids.ts'
import { type Label, type LabelColor, MAX_LABELS } from '../../domain/label.ts'
import type { Deps } from '../deps.ts'

export interface LabelDraft {
  readonly name: string
  readonly color: LabelColor
}

/** A label that agents may put on conversations from now on. */
export async function createLabel(deps: Deps, supervisor: Agent, draft: LabelDraft): Promise<Label> {
  requireRole(supervisor, 'supervisor')
  if ((await deps.storage.labels.list()).length >= MAX_LABELS) throw new AppError('too_many_labels')

  const label = { id: deps.ids.next(), ...draft }
  await deps.storage.labels.create(label)
  await told(deps, supervisor, { action: 'label.created', id: label.id, detail: { ...draft } })
  return label
}

/** Another name or colour; conversations that have it show it at once. */
export async function updateLabel(
  deps: Deps,
  supervisor: Agent,
  { id, ...patch }: { readonly id: LabelId } & Partial<LabelDraft>,
): Promise<Label> {
  requireRole(supervisor, 'supervisor')
  const label = await deps.storage.labels.update(id, patch)
  await told(deps, supervisor, { action: 'label.changed', id, detail: { ...patch } })
  return label
}

/** Takes it off every conversation. */
export async function removeLabel(deps: Deps, supervisor: Agent, id: LabelId): Promise<void> {
  requireRole(supervisor, 'supervisor')
  if (!(await deps.storage.labels.remove(id))) throw new AppError('label_not_found')
  await told(deps, supervisor, { action: 'label.removed', id, detail: {} })
}

interface Deed {
  readonly action: string
  readonly id: LabelId
  readonly detail: Readonly<Record<string, unknown>>
}

async function told(deps: Deps, supervisor: Agent, { action, id, detail }: Deed): Promise<void> {
  await deps.storage.audit.add({ at: deps.clock.now(), actor: supervisor.id, action, target: id, detail })
  deps.publisher.publish({ type: 'labels.changed' })
}
