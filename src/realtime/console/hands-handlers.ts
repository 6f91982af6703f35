import { setPresence } from '../../actions/agents/update-agent.ts'
import {
  claimConversation,
  resolveConversation,
  returnToBot,
  returnToQueue,
  transferConversation,
} from '../../actions/handoff/change-hands.ts'
import { type Asking, type ConsoleHandlers, done } from './asking.ts'

type Hands = Pick<
  ConsoleHandlers,
  | 'conversation:claim'
  | 'conversation:resolve'
  | 'conversation:transfer'
  | 'conversation:return-to-bot'
  | 'conversation:return-to-queue'
  | 'presence:set'
>

/** Whose a conversation is, and who is there. */
export function handsHandlers({ world: { deps }, me }: Asking): Hands {
  return {
    'conversation:claim': ({ conversationId }) => done(claimConversation(deps, me(), conversationId)),
    'conversation:resolve': ({ conversationId }) => done(resolveConversation(deps, me(), conversationId)),
    'conversation:transfer': (input) => done(transferConversation(deps, me(), input)),
    'conversation:return-to-bot': ({ conversationId }) => done(returnToBot(deps, me(), conversationId)),
    'conversation:return-to-queue': ({ conversationId }) => done(returnToQueue(deps, me().id, conversationId)),
    'presence:set': ({ presence }) => done(setPresence(deps, me(), presence)),
  }
}
