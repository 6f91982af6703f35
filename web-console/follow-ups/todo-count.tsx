import { useCallback, useEffect } from 'react'
import type { TodoCounts } from '../../src/protocol/follow-ups.ts'
import { request } from '../net/http.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useOnTodoNews } from './use-on-todo-news.ts'

/** What becomes due without a word, because its time was moved here, is found within so long. */
const EVERY = 60_000

/** How many to-dos are due for me, beside the name of their page. */
export function TodoCount() {
  const { todos } = useTexts()
  const due = useDueTodos()
  if (due === 0) return null

  return (
    <span className="count urgent" title={todos.due(due)}>
      {due > 99 ? '99+' : due}
    </span>
  )
}

function useDueTodos(): number {
  const { store } = useDesk()
  const due = useDeskState((state) => state.dueTodos)
  const count = useCallback(() => {
    request<TodoCounts>('GET', '/api/v1/todos/counts').then(
      (counts) => store.send({ type: 'todos:counted', due: counts.due }),
      // The number that is shown is the last that was known.
      () => undefined,
    )
  }, [store])
  useOnTodoNews(count)
  useEffect(() => {
    count()
    const timer = setInterval(count, EVERY)
    return () => clearInterval(timer)
  }, [count])
  return due
}
