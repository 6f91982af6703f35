import { labelConversation } from '../../actions/labels/label-conversation.ts'
import { type Asking, type ConsoleHandlers, done } from './asking.ts'

/** What conversations are sorted under. */
export function labelHandlers({ world: { deps }, me }: Asking): Pick<ConsoleHandlers, 'conversation:label'> {
  return {
    'conversation:label': (input) => {
      me()
      return done(labelConversation(deps, input))
    },
  }
}
