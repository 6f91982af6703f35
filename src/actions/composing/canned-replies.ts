import { type Agent, requireRole } from '../../domain/agent.ts'
import { type CannedMessage, type CannedReply, cannedVariables } from '../../domain/canned-reply.ts'
import { AppError } from '../../domain/errors.ts'
import { textIn } from '../../domain/localized-text.ts'
import type { Renderer } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'

/** What a person writes of a canned reply; a file is named by its address only. */
export interface CannedDraft {
  readonly scope: 'personal' | 'team'
  readonly folder: string
  readonly code: string
  readonly title: string
  readonly messages: readonly (
    | Exclude<CannedMessage, { kind: 'file' }>
    | { readonly kind: 'file'; readonly url: string }
  )[]
}

/** The team's and the agent's own. */
export function listCannedReplies(deps: Deps, agent: Agent): Promise<readonly CannedReply[]> {
  return deps.storage.cannedReplies.listFor(agent.id)
}

/** The variables that a text may name in this shop, with the values of those that the owner has written down. */
export function listVariables(deps: Deps): readonly { readonly name: string; readonly value?: string }[] {
  const { facts, language } = deps.live.current().knowledge.shop
  return cannedVariables(facts).map((name) => {
    const text = facts[name.slice('shop.'.length)]
    return { name, ...(name.startsWith('shop.') && text !== undefined && { value: textIn(text, language, language) }) }
  })
}

/** Writes a new one, or with an `id` one that is there. The team's are for supervisors and owners to write. */
export async function saveCannedReply(
  deps: Deps,
  agent: Agent,
  { id, draft }: { readonly id?: string; readonly draft: CannedDraft },
): Promise<CannedReply> {
  const before = id === undefined ? undefined : await getWritable(deps, agent, id)
  if (draft.scope === 'team') requireRole(agent, 'supervisor')
  for (const message of draft.messages) if (message.kind === 'text') checkTemplate(deps, message.text)

  const now = deps.clock.now()
  const { scope, messages, ...rest } = draft
  const reply: CannedReply = {
    ...rest,
    id: before?.id ?? deps.ids.next(),
    ...(scope === 'personal' && { ownerId: agent.id }),
    messages: await Promise.all(messages.map((message) => withFile(deps, message))),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
  await deps.storage.cannedReplies.save(reply)
  await note(deps, agent, { action: 'canned-reply.saved', reply })
  return reply
}

export async function removeCannedReply(deps: Deps, agent: Agent, id: string): Promise<void> {
  const reply = await getWritable(deps, agent, id)
  if (!(await deps.storage.cannedReplies.remove(id))) throw new AppError('canned_reply_not_found')
  await note(deps, agent, { action: 'canned-reply.removed', reply })
}

/** One that this agent may use; anybody else's own does not exist for them. */
export async function getCannedReply(deps: Deps, agent: Agent, id: string): Promise<CannedReply> {
  const reply = await deps.storage.cannedReplies.find(id)
  if (!reply || (reply.ownerId !== undefined && reply.ownerId !== agent.id)) {
    throw new AppError('canned_reply_not_found')
  }
  return reply
}

async function getWritable(deps: Deps, agent: Agent, id: string): Promise<CannedReply> {
  const reply = await getCannedReply(deps, agent, id)
  if (reply.ownerId === undefined) requireRole(agent, 'supervisor')
  return reply
}

/** Throws `template_invalid` with the name of a variable that this shop does not have, or with what cannot be read. */
function checkTemplate(deps: Deps, text: Parameters<Renderer['factsOf']>[0]): void {
  const known = new Set(cannedVariables(deps.live.current().knowledge.shop.facts))
  const unknown = factsIn(deps.live.current().renderer, text).find((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new AppError('template_invalid', { message: `There is no variable "${unknown}".` })
  }
}

function factsIn(renderer: Renderer, text: Parameters<Renderer['factsOf']>[0]): readonly string[] {
  try {
    return renderer.factsOf(text)
  } catch (cause) {
    // What a person has typed may be no template at all; that is theirs to mend, no fault of ours.
    const [line = ''] = cause instanceof Error ? cause.message.split('\n') : []
    throw new AppError('template_invalid', { message: `A text cannot be read: ${line}` })
  }
}

/** What is known of a file comes from where it is kept, never from who names it. */
async function withFile(deps: Deps, message: CannedDraft['messages'][number]): Promise<CannedMessage> {
  if (message.kind !== 'file') return message
  const file = await deps.uploads.describe(message.url.slice(message.url.lastIndexOf('/') + 1))
  if (!file) throw new AppError('not_found')
  return { kind: 'file', url: message.url, ...file }
}

/** What becomes of the team's words is kept for whoever looks after them; one's own are one's own. */
async function note(
  deps: Deps,
  agent: Agent,
  { action, reply }: { action: string; reply: CannedReply },
): Promise<void> {
  if (reply.ownerId !== undefined) return
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action,
    target: reply.id,
    detail: { code: reply.code, title: reply.title },
  })
}
