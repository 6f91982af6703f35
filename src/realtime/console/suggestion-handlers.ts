import { ignoreSuggestion, sendAsAgent } from '../../actions/assist/decide-suggestion.ts'
import { type Asking, type ConsoleHandlers, done, sent } from './asking.ts'

type Suggestions = Pick<ConsoleHandlers, 'suggestion:adopt' | 'suggestion:edit' | 'suggestion:ignore'>

/** What an agent makes of 小二's proposals. */
export function suggestionHandlers({ world: { deps }, me }: Asking): Suggestions {
  return {
    'suggestion:adopt': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:edit': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:ignore': (input) => done(ignoreSuggestion(deps, me(), input)),
  }
}
