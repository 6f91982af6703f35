import { listUsableAnswers } from '../../domain/choose-answer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import type { ConversationId, IntentId } from '../../domain/ids.ts'
import type { Intent } from '../../domain/knowledge.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Stored } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { gatherFacts } from '../dialogue/gather-facts.ts'
import { inSpokenLanguage } from '../dialogue/spoken-language.ts'
import { topicOf } from '../dialogue/topic.ts'
import { openTurn, type Turn } from '../dialogue/turn.ts'
import { wantedBy } from '../dialogue/wanted-facts.ts'
import { type FoundWords, findWords } from './find-words.ts'

/** What an intent's answer says here and now; without words, the fact that is wanting, where it is one. */
export interface AnswerHere {
  readonly found?: FoundWords
  readonly missing?: string
}

/** Renders an intent's answer for what is known of a conversation, for an agent who has looked it up. Nothing is sent. */
export async function answerForConversation(
  deps: Deps,
  asked: { conversationId: ConversationId; intent: IntentId },
): Promise<AnswerHere> {
  const intent = deps.live.current().knowledge.intents.get(asked.intent)
  if (!intent) throw new AppError('intent_not_found')

  const thread = await getThread(deps, asked.conversationId)
  const turn = await openTurn(deps, inSpokenLanguage(await newestHeard(deps, thread)))
  const found = await findWords(deps, turn, intent)
  if (found) return { found }

  const missing = await findMissing(deps, turn, intent)
  return missing === undefined ? {} : { missing }
}

/** The shopper's newest message: what it names is what the answer is about. */
async function newestHeard(deps: Deps, thread: Thread): Promise<Stored> {
  const { id, lastCustomerSeq, customerId } = thread.conversation
  const newest = lastCustomerSeq > 0 ? await deps.storage.messages.find(id, lastCustomerSeq) : undefined
  const nothing = { kind: 'text', text: '' } as const
  const message = newest ?? {
    conversationId: id,
    seq: lastCustomerSeq,
    author: { kind: 'customer', id: customerId } as const,
    body: nothing,
    at: deps.clock.now(),
  }
  return { ...thread, message, fresh: false, behind: false }
}

/** The first fact that kept an answer back whose conditions hold. */
async function findMissing(deps: Deps, turn: Turn, intent: Intent): Promise<string | undefined> {
  const { renderer } = turn.brain
  const topic = await topicOf(turn, intent.id)
  const answers = [...(topic.product?.answers[intent.id] ?? []), ...intent.answers]
  const { facts } = await gatherFacts(deps, turn, topic, wantedBy(answers, renderer))
  for (const { answer } of listUsableAnswers(answers, facts)) {
    const rendered = renderer.render(answer.say, facts, turn.speech.locale)
    if ('missing' in rendered) return rendered.missing
  }
  return undefined
}
