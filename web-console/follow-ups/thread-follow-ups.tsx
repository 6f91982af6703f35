import { Button } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { TodoPage, TodoView } from '../../src/protocol/follow-ups.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { ThreadRatings } from './thread-ratings.tsx'
import { titleOf } from './todo-words.ts'
import { useOnTodoNews } from './use-on-todo-news.ts'
import { saveTodo } from './use-todo-list.ts'
import './follow-ups.css'

/** Between what was said and what is being written: how it was rated, and what is still to be done about the customer. */
export function ThreadFollowUps({ conversation }: { readonly conversation: DeskConversation }) {
  return (
    <>
      <ThreadRatings conversation={conversation} />
      <ThreadTodos customerId={conversation.customer.id} />
    </>
  )
}

function ThreadTodos({ customerId }: { readonly customerId: string }) {
  const { todos } = useTexts()
  const query = new URLSearchParams({ view: 'open', customerId })
  const { loaded, reload } = useLoaded<TodoPage>(`/api/v1/todos?${query}`)
  useOnTodoNews(reload)
  if (loaded.kind !== 'ready' || loaded.value.todos.length === 0) return null

  return (
    <ul className="thread-todos" aria-label={todos.ofCustomer}>
      {loaded.value.todos.map((todo) => (
        <ThreadTodo key={todo.id} todo={todo} />
      ))}
    </ul>
  )
}

function ThreadTodo({ todo }: { readonly todo: TodoView }) {
  const texts = useTexts()
  const locale = useLocale()
  const say = useSay()

  async function done(): Promise<void> {
    try {
      await saveTodo(todo.id, { status: 'done' })
      say.success(texts.todos.doneSaid(titleOf(todo, texts)))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <li>
      <i className="chip">{texts.todoKind[todo.kind]}</i>
      <b title={titleOf(todo, texts)}>{titleOf(todo, texts)}</b>
      <time>{formatMoment(todo.dueAt, locale)}</time>
      <Button size="small" type="text" onClick={() => void done()}>
        {texts.todos.done}
      </Button>
    </li>
  )
}
