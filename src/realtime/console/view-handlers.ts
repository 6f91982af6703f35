import type { Asking, ConsoleHandlers } from './asking.ts'

/** Who else has a conversation open. */
export function viewHandlers({ seat }: Asking): Pick<ConsoleHandlers, 'conversation:view'> {
  return {
    'conversation:view': async ({ conversationId, typing }) => ({
      viewers: [...seat.look(conversationId ?? undefined, typing)],
    }),
  }
}
