import { decideTurn } from '../../domain/reception.ts'
import { offerSuggestions } from '../assist/offer-suggestions.ts'
import type { Deps } from '../deps.ts'
import { answerAsBot } from '../dialogue/answer-as-bot.ts'
import { callHolder } from '../follow-ups/snooze.ts'
import { queueForPeople } from '../handoff/queue-for-people.ts'
import { currentFloor } from './current-floor.ts'
import type { Stored } from './store-message.ts'
import { traceMessage } from './trace-message.ts'

/** After a customer message: the bot answers, or people are called, or the agent gets suggestions. Runs in the conversation's lane. */
export async function takeTurn(untraced: Deps, heard: Stored): Promise<void> {
  const deps = traceMessage(untraced, heard.message)
  const turn = decideTurn(heard.conversation, currentFloor(deps))
  if (turn !== 'bot') deps.log.debug({ turn }, 'a message is left to people')
  switch (turn) {
    case 'bot':
      return answerAsBot(deps, heard)
    case 'queue': {
      if (await isOverflowing(deps)) return answerAsBot(deps, heard)
      const queued = await queueForPeople(deps, heard)
      await offerSuggestions(deps, queued)
      return
    }
    case 'agent':
      await callHolder(deps, heard.conversation)
      await offerSuggestions(deps, heard)
      return
    case 'wait':
      await offerSuggestions(deps, heard)
  }
}

/** So many wait that the bot receives whom people would have received. */
async function isOverflowing(deps: Deps): Promise<boolean> {
  const { botAbove } = deps.live.current().knowledge.desk
  return botAbove > 0 && (await deps.storage.queue.count()) >= botAbove
}
