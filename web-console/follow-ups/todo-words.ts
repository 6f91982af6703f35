import type { TodoView } from '../../src/protocol/follow-ups.ts'
import type { Texts } from '../texts/zh.ts'

/** What a to-do is called: the words of whoever made it, or what it is. */
export function titleOf({ kind, title }: Pick<TodoView, 'kind' | 'title'>, texts: Texts): string {
  return title || texts.todos.noWords[kind]
}

/** What else there is to know of it, in short pieces. */
export function piecesOf(todo: TodoView, texts: Texts): readonly string[] {
  const { detail, kind, createdBy } = todo
  const { todos, rated } = texts
  return [
    ...(kind === 'bad_rating' && detail.target ? [todos.badRating[detail.target]] : []),
    ...(detail.reasons ?? []).map((one) => rated.reasons[one]),
    ...(detail.way === 'call' ? [detail.phone ? todos.call(detail.phone) : todos.callNoPhone] : []),
    ...(kind === 'left_message' && detail.phone ? [todos.call(detail.phone)] : []),
    ...(detail.from ? [todos.from(detail.from.name)] : []),
    ...(createdBy && createdBy.id !== todo.agent?.id ? [todos.by(createdBy.name)] : []),
  ]
}

/** Whether anybody has to do it any more, and where: a conversation that has ended must be begun anew. */
export function placeOf({ conversation }: Pick<TodoView, 'conversation'>): string {
  const { id, status } = conversation
  const tab = status === 'queued' ? 'queue' : status === 'bot' ? 'bot' : status === 'assigned' ? 'mine' : 'archive'
  return `/?tab=${tab}&c=${id}`
}
