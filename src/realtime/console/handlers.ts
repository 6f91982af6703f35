import type { Asking, ConsoleHandlers } from './asking.ts'
import { composingHandlers } from './composing-handlers.ts'
import { followUpHandlers } from './follow-up-handlers.ts'
import { handsHandlers } from './hands-handlers.ts'
import { labelHandlers } from './label-handlers.ts'
import { messageHandlers } from './message-handlers.ts'
import { suggestionHandlers } from './suggestion-handlers.ts'
import { viewHandlers } from './view-handlers.ts'

/** What the console's events do, each area in a file of its own. */
export function consoleHandlers(asking: Asking): ConsoleHandlers {
  return {
    ...handsHandlers(asking),
    ...messageHandlers(asking),
    ...suggestionHandlers(asking),
    ...labelHandlers(asking),
    ...viewHandlers(asking),
    ...followUpHandlers(asking),
    ...composingHandlers(asking),
  }
}
