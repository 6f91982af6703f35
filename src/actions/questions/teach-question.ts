import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { ConversationId, IntentId } from '../../domain/ids.ts'
import { saidIn } from '../../domain/message.ts'
import type { KeptQuestion } from '../../domain/mining/kept-question.ts'
import { asksSomething, toQuestionText } from '../../domain/mining/question-text.ts'
import type { Deps } from '../deps.ts'

export interface Teaching {
  readonly conversationId: ConversationId
  /** Of the shopper's message. */
  readonly seq: number
  /** Which intent it asks for, in the agent's opinion. */
  readonly intent?: IntentId
  /** What 小二 should have answered. */
  readonly answer?: string
}

/** An agent points at what a shopper has said: 小二 should know this. It comes to whoever writes the knowledge; nothing is learnt by it alone. */
export async function teachQuestion(deps: Deps, agent: Agent, teaching: Teaching): Promise<KeptQuestion> {
  const { conversationId, seq, intent, answer } = teaching
  const message = await deps.storage.messages.find(conversationId, seq)
  if (message?.author.kind !== 'customer') throw new AppError('not_found')
  const words = saidIn(message.body)
  if (!asksSomething(words)) throw new AppError('question_empty')
  const { understanding, knowledge } = deps.live.current()
  if (intent !== undefined && !knowledge.intents.has(intent)) throw new AppError('intent_not_found')

  const [before] = await deps.storage.questions.findAll([{ conversationId, seq }])
  const text = toQuestionText(words)
  const { candidates } = understanding.understand({ text, locale: knowledge.shop.language, at: message.at })
  const question: KeptQuestion = {
    conversationId,
    seq,
    text,
    kind: 'taught',
    at: message.at,
    candidates: candidates.slice(0, 3).map((one) => ({ intent: one.intent, confidence: one.confidence })),
    ...(before?.reply && { reply: before.reply }),
    wish: {
      agentName: agent.name,
      ...(intent !== undefined && { intent }),
      ...(answer !== undefined && { answer: toQuestionText(answer) }),
    },
    state: 'open',
  }
  await deps.storage.transaction(async ({ questions, audit }) => {
    await questions.teach(question)
    await audit.add({
      at: deps.clock.now(),
      actor: agent.id,
      action: 'questions.taught',
      target: conversationId,
      detail: { seq, ...(intent !== undefined && { intent }) },
    })
  })
  return question
}
