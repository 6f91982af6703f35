import { setPresence } from '../../actions/agents/update-agent.ts'
import {
  claimConversation,
  resolveConversation,
  returnToBot,
  returnToQueue,
} from '../../actions/handoff/change-hands.ts'
import { declineOffer } from '../../actions/queue/end-offers.ts'
import { takeOver } from '../../actions/queue/take-over.ts'
import { answerTransfer, cancelTransfer, proposeTransfer, transferToGroup } from '../../actions/queue/transfer.ts'
import { type Asking, type ConsoleHandlers, done } from './asking.ts'

type Hands = Pick<
  ConsoleHandlers,
  | 'conversation:claim'
  | 'conversation:resolve'
  | 'conversation:transfer'
  | 'conversation:transfer-to-group'
  | 'conversation:take-over'
  | 'offer:decline'
  | 'transfer:answer'
  | 'transfer:cancel'
  | 'conversation:return-to-bot'
  | 'conversation:return-to-queue'
  | 'presence:set'
>

/** Whose a conversation is, and who is there. */
export function handsHandlers({ world: { deps }, me }: Asking): Hands {
  return {
    'conversation:claim': ({ conversationId }) => done(claimConversation(deps, me(), conversationId)),
    'conversation:resolve': ({ conversationId }) => done(resolveConversation(deps, me(), conversationId)),
    'conversation:transfer': (input) => done(proposeTransfer(deps, me(), input)),
    'conversation:transfer-to-group': (input) => done(transferToGroup(deps, me(), input)),
    'conversation:take-over': ({ conversationId }) => done(takeOver(deps, me(), conversationId)),
    'offer:decline': ({ conversationId }) => done(declineOffer(deps, me(), conversationId)),
    'transfer:answer': (input) => done(answerTransfer(deps, me(), input)),
    'transfer:cancel': ({ conversationId }) => done(cancelTransfer(deps, me(), conversationId)),
    'conversation:return-to-bot': ({ conversationId }) => done(returnToBot(deps, me(), conversationId)),
    'conversation:return-to-queue': ({ conversationId }) => done(returnToQueue(deps, me().id, conversationId)),
    'presence:set': ({ presence }) => done(setPresence(deps, me(), presence)),
  }
}
