/** Names of Socket.IO rooms. */
export const DESK = 'desk'

export function conversationRoom(id: string): string {
  return `conversation:${id}`
}

/** All connections of one agent. */
export function agentRoom(id: string): string {
  return `agent:${id}`
}

export function customerRoom(id: string): string {
  return `customer:${id}`
}
