import { reopenForFollowUp } from '../../actions/follow-ups/reopen-for-follow-up.ts'
import { snoozeConversation, unsnoozeConversation } from '../../actions/follow-ups/snooze.ts'
import { toWhen } from '../../protocol/follow-ups.ts'
import { type Asking, type ConsoleHandlers, done } from './asking.ts'

type FollowUps = Pick<ConsoleHandlers, 'conversation:follow-up' | 'conversation:snooze' | 'conversation:unsnooze'>

/** Writing to a customer again, and laying a conversation aside. */
export function followUpHandlers({ world: { deps }, me }: Asking): FollowUps {
  return {
    'conversation:follow-up': async (input) => {
      const { id } = await reopenForFollowUp(deps, me(), input)
      return { conversationId: id }
    },
    'conversation:snooze': ({ conversationId, when }) =>
      snoozeConversation(deps, me(), { conversationId, when: toWhen(when) }),
    'conversation:unsnooze': ({ conversationId }) => done(unsnoozeConversation(deps, me(), conversationId)),
  }
}
