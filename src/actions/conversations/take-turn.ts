import { decideTurn } from '../../domain/reception.ts'
import { offerSuggestions } from '../assist/offer-suggestions.ts'
import type { Deps } from '../deps.ts'
import { answerAsBot } from '../dialogue/answer-as-bot.ts'
import { callHolder } from '../follow-ups/snooze.ts'
import { queueForPeople } from '../handoff/queue-for-people.ts'
import { currentFloor } from './current-floor.ts'
import type { Stored } from './store-message.ts'

/** After a customer message: the bot answers, or people are called, or the agent gets suggestions. Runs in the conversation's lane. */
export async function takeTurn(deps: Deps, heard: Stored): Promise<void> {
  switch (decideTurn(heard.conversation, currentFloor(deps))) {
    case 'bot':
      return answerAsBot(deps, heard)
    case 'queue': {
      const queued = await queueForPeople(deps, heard)
      return offerSuggestions(deps, queued)
    }
    case 'agent':
      await callHolder(deps, heard.conversation)
      return offerSuggestions(deps, heard)
    case 'wait':
      return offerSuggestions(deps, heard)
  }
}
