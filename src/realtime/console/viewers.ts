import type { Agent } from '../../domain/agent.ts'
import type { DomainEvent } from '../../domain/events.ts'
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
  /** Where its browser is connected, unless here. */
  readonly node?: string
}

export type LookChanged = DomainEvent & { type: 'look.changed' }

export interface Viewers {
  take(agent: Agent, seat: string): Seat
  /** Takes in what a browser at another node shows. */
  hear(look: LookChanged, node: string): void
  /** Nobody looks any more at a node that has ended; without one, at any other node as far as is known. */
  forget(node?: string): void
}

/** Who looks at which conversation. It is in memory only, and gone with the browser's connection. `pass` hands a look on to other nodes. */
export function createViewers(
  tell: (changed: ViewersChanged) => void,
  pass: (look: LookChanged) => void = () => undefined,
): Viewers {
  const looks = new Map<string, Look>()

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

  /** True if anything is other than before. */
  function move(seat: string, next: Look | undefined): boolean {
    const before = looks.get(seat)
    if (next) looks.set(seat, next)
    else looks.delete(seat)
    const moved = before?.conversationId !== next?.conversationId
    if (moved) change(before?.conversationId)
    if (!moved && before?.typing === next?.typing) return false
    change(next?.conversationId)
    return true
  }

  return {
    take: ({ id, name }, seat) => {
      const agent = { id, name }
      const place = (conversationId: string | undefined, typing: boolean) => {
        const look = conversationId === undefined ? undefined : { agent, conversationId, typing }
        if (!move(seat, look)) return
        pass({ type: 'look.changed', seat, agent, typing, ...(conversationId !== undefined && { conversationId }) })
      }
      return {
        look: (conversationId, typing) => {
          place(conversationId, typing)
          return conversationId === undefined ? [] : viewersOf(conversationId)
        },
        leave: () => place(undefined, false),
      }
    },
    hear: ({ seat, agent, conversationId, typing }, node) => {
      move(seat, conversationId === undefined ? undefined : { agent, conversationId, typing, node })
    },
    forget: (node) => {
      const gone = [...looks].filter(
        ([, look]) => look.node !== undefined && (node === undefined || look.node === node),
      )
      for (const [seat] of gone) move(seat, undefined)
    },
  }
}
