import { ignoreSuggestion, sendAsAgent } from '../../actions/assist/decide-suggestion.ts'
import { showSuggestions } from '../../actions/assist/show-suggestions.ts'
import { type Asking, type ConsoleHandlers, done, sent } from './asking.ts'

type Suggestions = Pick<
  ConsoleHandlers,
  'suggestion:adopt' | 'suggestion:edit' | 'suggestion:ignore' | 'suggestion:shown'
>

/** What an agent makes of 小二's proposals. */
export function suggestionHandlers({ world: { deps }, me }: Asking): Suggestions {
  return {
    'suggestion:adopt': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:edit': async (input) => sent(await sendAsAgent(deps, me(), input)),
    'suggestion:ignore': (input) => done(ignoreSuggestion(deps, me(), input)),
    'suggestion:shown': (input) => done(showSuggestions(deps, me(), input)),
  }
}
