import { wordsOf } from '../../domain/message.ts'
import { currentFloor } from '../conversations/current-floor.ts'
import { type Stored, storeMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { planHandoff } from './plan-handoff.ts'

/** People receive this shopper from the first word on: into the queue, with a line that says so. */
export async function queueForPeople(deps: Deps, heard: Stored): Promise<Stored> {
  const { message, conversation } = heard
  const reason = currentFloor(deps).mode === 'assist' ? 'assist_mode' : 'agent_first'
  const { enqueue, nobody } = planHandoff(deps, heard, reason, wordsOf(message.body), [])

  const told = await storeMessage(deps, {
    conversationId: conversation.id,
    key: `queued-by-${message.seq}`,
    author: { kind: 'system' },
    body: nobody === undefined ? { kind: 'event', event: { name: 'queued' } } : { kind: 'text', text: nobody },
    at: deps.clock.now(),
    whileStatus: ['bot'],
    consequences: { enqueue },
  })
  return { ...heard, conversation: told.conversation }
}
