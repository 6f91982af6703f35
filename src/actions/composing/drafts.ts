import type { Agent } from '../../domain/agent.ts'
import type { Draft } from '../../domain/draft.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

export interface DraftInput {
  readonly conversationId: ConversationId
  readonly text: string
  readonly note: boolean
}

/** Keeps what an agent is typing, for their other browsers; an emptied composer leaves nothing. */
export async function setDraft(
  deps: Deps,
  agent: Agent,
  { from, ...input }: DraftInput & { readonly from: string },
): Promise<void> {
  await getThread(deps, input.conversationId)
  // As a message's words are, so that the draft is known again when they have been sent.
  const draft = { ...input, text: input.text.trim(), agentId: agent.id, at: deps.clock.now() }
  if (draft.text === '') await deps.storage.drafts.remove(agent.id, input.conversationId)
  else await deps.storage.drafts.put(draft)
  deps.publisher.publish({ type: 'draft.changed', draft, from })
}

/** What was sent is no draft any more. Words that were begun since are another draft and stay. */
export async function endDraft(
  deps: Deps,
  agent: Agent,
  { conversationId, text }: { readonly conversationId: ConversationId; readonly text: string },
): Promise<void> {
  if (!(await deps.storage.drafts.remove(agent.id, conversationId, text))) return
  const draft = { agentId: agent.id, conversationId, text: '', note: false, at: deps.clock.now() }
  deps.publisher.publish({ type: 'draft.changed', draft })
}

export function listDrafts(deps: Deps, agent: Agent): Promise<readonly Draft[]> {
  return deps.storage.drafts.listOf(agent.id)
}
