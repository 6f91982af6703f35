/** Names of Socket.IO rooms. */
export const DESK = 'desk'

export function conversationRoom(id: string): string {
  return `conversation:${id}`
}

export function customerRoom(id: string): string {
  return `customer:${id}`
}
