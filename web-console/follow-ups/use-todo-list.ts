import { useCallback, useState } from 'react'
import type { TodoPage, TodoView } from '../../src/protocol/follow-ups.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useOnTodoNews } from './use-on-todo-news.ts'

/** What is shown of the to-dos, in the words of the address. */
export interface TodoFilters {
  readonly view: 'due' | 'later' | 'ended'
  readonly whose: 'mine' | 'all'
  readonly kind: string
}

export function todoPath({ view, whose, kind }: TodoFilters): string {
  const query = new URLSearchParams({ view, whose, ...(kind && { kind }) })
  return `/api/v1/todos?${query}`
}

/** A list that grows page by page, and is read anew whenever a to-do is heard to change. */
export function useTodoList(filters: TodoFilters) {
  const path = todoPath(filters)
  const { loaded, reload, put } = useLoaded<TodoPage>(path)
  const [asking, setAsking] = useState(false)
  useOnTodoNews(reload)

  const page = loaded.kind === 'ready' ? loaded.value : undefined
  const more = useCallback(async () => {
    const last = page?.todos.at(-1)
    if (!page || !last) return
    setAsking(true)
    try {
      const at = last.status === 'open' ? last.dueAt : (last.doneAt ?? last.dueAt)
      const query = new URLSearchParams({ afterAt: String(at), afterId: last.id })
      const next = await request<TodoPage>('GET', `${path}&${query}`)
      put({ todos: [...page.todos, ...next.todos], more: next.more })
    } catch {
      reload()
    }
    setAsking(false)
  }, [page, path, put, reload])

  return { loaded, reload, rows: page?.todos ?? [], hasMore: page?.more ?? false, more, asking }
}

export type TodoWork = Partial<Pick<TodoView, 'status' | 'note'>> & { readonly agentId?: string | null }

export async function saveTodo(id: string, work: TodoWork): Promise<TodoView> {
  const path = `/api/v1/todos/${encodeURIComponent(id)}`
  return (await request<{ todo: TodoView }>('PATCH', path, work)).todo
}
