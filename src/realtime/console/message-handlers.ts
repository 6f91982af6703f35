import { getThread } from '../../actions/conversations/get-thread.ts'
import { addNote, postAgentMessage } from '../../actions/conversations/post-agent-message.ts'
import { markReadByAgent } from '../../actions/conversations/read-marks.ts'
import { recallAsAgent } from '../../actions/conversations/recall-message.ts'
import { setAgentTyping } from '../../actions/conversations/set-typing.ts'
import { toBody } from '../../actions/conversations/to-body.ts'
import { toDeskMessage } from '../../protocol/views.ts'
import { type Asking, type ConsoleHandlers, done, sent } from './asking.ts'

const PAGE = 200

type Messages = Pick<
  ConsoleHandlers,
  'message:send' | 'message:list' | 'message:read' | 'message:recall' | 'note:add' | 'typing:set'
>

/** What is said in a conversation. */
export function messageHandlers({ world: { deps }, me }: Asking): Messages {
  return {
    'message:send': async (input) => {
      const body = await toBody(deps, input, input.conversationId)
      return sent(await postAgentMessage(deps, me(), { ...input, body }))
    },
    'message:list': async ({ conversationId, afterSeq }) => {
      const { conversation } = await getThread(deps, conversationId)
      const messages = await deps.storage.messages.listAfter(conversationId, afterSeq, PAGE)
      return {
        messages: messages.map((message) => toDeskMessage(message, deps.live.current().knowledge)),
        lastSeq: messages.at(-1)?.seq ?? conversation.lastSeq,
        more: messages.length === PAGE,
      }
    },
    'message:recall': (input) => done(recallAsAgent(deps, me(), input)),
    'message:read': (input) => done(markReadByAgent(deps, me(), input)),
    'note:add': async (input) => sent(await addNote(deps, me(), input)),
    'typing:set': (input) => done(setAgentTyping(deps, me(), input)),
  }
}
