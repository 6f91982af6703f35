import { NONE_OF_THESE } from '../dialogue/choice.ts'
import { type Message, saidIn } from '../message.ts'
import { type KeptQuestion, toQuestionKind, toWeighed } from './kept-question.ts'
import { answersSomething, asksSomething, toQuestionText } from './question-text.ts'

/** A choice this many messages after the question still answers what 小二 had asked back. */
const CHOICE_REACH = 4

export interface Followed {
  /** Those that are new or have changed. */
  readonly kept: readonly KeptQuestion[]
  /** Those that are none any more: taken back by the shopper, settled by a choice, or liked after all. */
  readonly dropped: readonly KeptQuestion[]
}

/**
 * What a stretch of messages of one conversation, oldest first, adds to its questions. `heard` finds what a reply of 小二 answers.
 * Reading the same stretch twice changes nothing the second time.
 */
export function followQuestions(
  known: readonly KeptQuestion[],
  messages: readonly Message[],
  heard: (seq: number) => Message | undefined,
): Followed {
  const before = new Map(known.map((one) => [one.seq, one]))
  const questions = new Map(before)
  for (const message of messages) {
    if (message.author.kind === 'bot') hearBot(questions, message, heard)
    if (message.author.kind === 'customer') hearCustomer(questions, message)
    if (message.author.kind === 'agent') hearAgent(questions, message)
  }
  return {
    kept: [...questions.values()].filter((one) => before.get(one.seq) !== one),
    dropped: known.filter((one) => !questions.has(one.seq)),
  }
}

type Questions = Map<number, KeptQuestion>

function hearBot(questions: Questions, message: Message, heard: (seq: number) => Message | undefined): void {
  const { explanation } = message
  if (!explanation) return

  const asked = heard(explanation.heardSeq)
  const kind = toQuestionKind(explanation.rule, message.helpful)
  const known = questions.get(explanation.heardSeq)
  if (!kind || !asked) {
    // The shopper has thought better of it.
    if (known?.kind === 'disliked' && known.state === 'open' && message.helpful) questions.delete(known.seq)
    return
  }
  const words = asked.author.kind === 'customer' && asked.body.kind === 'text' ? saidIn(asked.body) : ''
  if (!asksSomething(words) || known?.kind === kind || known?.kind === 'taught') return

  questions.set(asked.seq, {
    ...known,
    conversationId: asked.conversationId,
    seq: asked.seq,
    text: toQuestionText(words),
    kind,
    at: asked.at,
    candidates: toWeighed(explanation),
    state: known?.state ?? 'open',
  })
}

function hearCustomer(questions: Questions, { seq, body }: Message): void {
  if (body.kind === 'recalled') questions.delete(seq)
  if (body.kind !== 'choice' || body.choice === NONE_OF_THESE) return

  for (const one of [...questions.values()]) {
    const isSettled =
      one.kind === 'asked_back' && one.state === 'open' && one.seq < seq && seq - one.seq <= CHOICE_REACH
    if (isSettled) questions.delete(one.seq)
  }
}

/** Only the first words that say something count as the reply; a recalled one goes. */
function hearAgent(questions: Questions, { seq, author, body }: Message): void {
  if (author.kind !== 'agent') return
  for (const one of [...questions.values()]) {
    if (one.reply?.seq === seq && body.kind === 'recalled') {
      const { reply: _, ...rest } = one
      questions.set(one.seq, rest)
    }
    if (one.reply || one.seq > seq || body.kind !== 'text' || !answersSomething(body.text)) continue
    questions.set(one.seq, { ...one, reply: { seq, text: toQuestionText(body.text), agentName: author.name } })
  }
}
