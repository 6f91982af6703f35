import type { Agent } from '../../domain/agent.ts'
import { type Block, requireBlockRight } from '../../domain/block.ts'
import type { Customer } from '../../domain/customer.ts'
import type { ConversationId, CustomerId } from '../../domain/ids.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { getCustomer, noteRecordChange } from './record-change.ts'

const MINUTE = 60_000

export interface BlockWish {
  readonly customerId: CustomerId
  readonly reason: string
  /** Absent: until somebody lifts it. */
  readonly minutes?: number
}

/**
 * Shuts a customer out: nothing that they write is taken in, and what goes on with them ends. An agent may do so for a day, and may
 * not shorten what a supervisor has set.
 */
export async function blockCustomer(deps: Deps, agent: Agent, wish: BlockWish): Promise<Block> {
  const from = deps.clock.now()
  const customer = await getCustomer(deps, wish.customerId)
  const block: Block = {
    customerId: customer.id,
    reason: wish.reason,
    by: { id: agent.id, name: agent.name },
    from,
    ...(wish.minutes !== undefined && { until: from + wish.minutes * MINUTE }),
  }
  requireBlockRight(agent, block)
  const before = await deps.storage.blocks.find(customer.id, from)
  if (before) requireBlockRight(agent, before)

  const ended = await deps.storage.transaction(async (stores) => {
    await stores.blocks.set(block)
    return stores.blocks.endConversations(customer.id, from)
  })
  await noteRecordChange(deps, agent, customer.id, {
    action: 'customer.blocked',
    detail: { reason: block.reason, ...(block.until !== undefined && { until: block.until }) },
  })
  for (const id of ended) await tellEnd(deps, id)
  if (ended.length > 0) deps.publisher.publish({ type: 'queue.changed' })
  return block
}

/** Lets a customer write again; does nothing for one who may. */
export async function unblockCustomer(deps: Deps, agent: Agent, customerId: CustomerId): Promise<void> {
  const customer = await getCustomer(deps, customerId)
  const at = deps.clock.now()
  const block = await deps.storage.blocks.find(customer.id, at)
  if (!block) return
  requireBlockRight(agent, block)

  if (!(await deps.storage.blocks.lift(customer.id, { by: agent.id, at }))) return
  await noteRecordChange(deps, agent, customer.id, { action: 'customer.unblocked', detail: {} })
}

/** Like any end of a conversation: a line says so, and what 小二 had proposed is laid aside. */
async function tellEnd(deps: Deps, id: ConversationId): Promise<void> {
  await deps.lanes.run(id, async () => {
    const at = deps.clock.now()
    const { conversation } = await publishConversation(deps, id)
    await tryStoreMessage(deps, {
      conversationId: id,
      key: `resolved-after-${conversation.lastSeq}`,
      author: { kind: 'system' },
      body: { kind: 'event', event: { name: 'resolved' } },
      at,
    })
    for (const suggestion of await deps.storage.suggestions.expire(id, undefined, at)) {
      deps.publisher.publish({ type: 'suggestion.changed', suggestion })
    }
  })
}

/** Somebody who is shut out now. */
export interface BlockedCustomer {
  readonly block: Block
  readonly customer: Customer
}

const SHOWN = 500

/** All that are shut out now, newest first. For those who may lift every block. */
export async function listBlocked(deps: Deps, supervisor: Agent): Promise<readonly BlockedCustomer[]> {
  // A block without an end is theirs alone, and so is the sight of all.
  requireBlockRight(supervisor, { from: 0 })
  const blocks = await deps.storage.blocks.list(deps.clock.now(), SHOWN)
  const customers = await Promise.all(blocks.map(({ customerId }) => deps.storage.customers.find(customerId)))
  return blocks.flatMap((block, index) => {
    const customer = customers[index]
    return customer ? [{ block, customer }] : []
  })
}
