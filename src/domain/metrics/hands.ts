import type { AgentId } from '../ids.ts'
import type { ConversationEvent, Message } from '../message.ts'
import type { CountingRules, Material } from './material.ts'

/** One agent has the conversation, from this line on. */
export interface Hold {
  readonly agentId: AgentId
  readonly seq: number
  readonly from: number
  /** Absent while it goes on. */
  readonly until?: number
}

const TAKEN: readonly ConversationEvent['name'][] = ['assigned', 'transferred', 'taken_over']
const LEFT: readonly ConversationEvent['name'][] = ['left_queue', 'returned_to_queue', 'returned_to_bot', 'resolved']

/** Who had it when, told by the lines in the conversation that say so. */
export function holdsOf({ messages, stays }: Material, { agents }: Pick<CountingRules, 'agents'>): readonly Hold[] {
  const holds: Hold[] = []
  let open: Hold | undefined
  const close = (at: number) => {
    if (open) holds.push({ ...open, until: Math.max(at, open.from) })
    open = undefined
  }
  for (const message of messages) {
    const { body, at, seq } = message
    if (body.kind !== 'event') continue
    if (LEFT.includes(body.event.name)) close(at)
    if (!TAKEN.includes(body.event.name) || !('agentName' in body.event)) continue

    close(at)
    const agentId = whoTook(message, body.event.agentName, { messages, stays, agents })
    // Given to a group, it waits again.
    if (agentId !== undefined) open = { agentId, seq, from: at }
  }
  return open ? [...holds, open] : holds
}

/** The line has a name only: who wrote under it next, else who is known to hold it, else whose name it is. */
function whoTook(
  line: Message,
  name: string,
  known: Pick<Material, 'messages' | 'stays'> & Pick<CountingRules, 'agents'>,
): AgentId | undefined {
  const wrote = known.messages.find(
    ({ seq, author }) => seq > line.seq && author.kind === 'agent' && author.name === name,
  )
  if (wrote?.author.kind === 'agent') return wrote.author.id

  const named = known.agents.filter((agent) => agent.name === name)
  const holder = known.stays.at(-1)?.agentId
  return (named.find(({ id }) => id === holder) ?? named[0])?.id
}
