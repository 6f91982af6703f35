import type { Agent } from '../../domain/agent.ts'
import type { ViewerView } from '../../protocol/messages.ts'

export interface ViewersChanged {
  readonly conversationId: string
  readonly viewers: readonly ViewerView[]
}

/** One browser of the shop's people. */
export interface Seat {
  /** Says what this browser shows now, and returns who has it open. */
  look(conversationId: string | undefined, typing: boolean): readonly ViewerView[]
  leave(): void
}

interface Look {
  readonly agent: Pick<Agent, 'id' | 'name'>
  readonly conversationId: string
  readonly typing: boolean
}

/** Who looks at which conversation. It is in memory only, and gone with the browser's connection. */
export function createViewers(tell: (changed: ViewersChanged) => void): { take(agent: Agent): Seat } {
  const looks = new Map<object, Look>()

  /** An agent with two windows on it is one viewer, who types where one of them does. */
  function viewersOf(conversationId: string): readonly ViewerView[] {
    const byAgent = new Map<string, ViewerView>()
    for (const { agent, typing, ...look } of looks.values()) {
      if (look.conversationId !== conversationId) continue
      const known = byAgent.get(agent.id)
      byAgent.set(agent.id, { agentId: agent.id, name: agent.name, typing: typing || known?.typing === true })
    }
    return [...byAgent.values()]
  }

  function change(conversationId: string | undefined): void {
    if (conversationId !== undefined) tell({ conversationId, viewers: viewersOf(conversationId) })
  }

  return {
    take: (agent) => {
      const seat = {}
      const move = (next: Look | undefined) => {
        const before = looks.get(seat)
        if (next) looks.set(seat, next)
        else looks.delete(seat)
        if (before?.conversationId !== next?.conversationId) change(before?.conversationId)
        if (before?.conversationId !== next?.conversationId || before?.typing !== next?.typing) {
          change(next?.conversationId)
        }
      }
      return {
        look: (conversationId, typing) => {
          move(conversationId === undefined ? undefined : { agent, conversationId, typing })
          return conversationId === undefined ? [] : viewersOf(conversationId)
        },
        leave: () => move(undefined),
      }
    },
  }
}
