import { CheckSquareOutlined } from '@ant-design/icons'
import { Button, Segmented, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { TodoView } from '../../src/protocol/follow-ups.ts'
import { thrownText } from '../net/refusal.ts'
import { Blank } from '../shell/blank.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { TodoRow } from './todo-row.tsx'
import { titleOf } from './todo-words.ts'
import { saveTodo, type TodoFilters, type TodoWork, useTodoList } from './use-todo-list.ts'
import './todos.css'

/** 待办: what somebody of the shop still has to do. The filters live in the address. */
export function TodosPage() {
  const texts = useTexts()
  const say = useSay()
  const [filters, change] = useFilters()
  const { loaded, reload, rows, hasMore, more, asking } = useTodoList(filters)
  const [ended, setEnded] = useState<TodoView>()

  async function work(todo: TodoView, what: TodoWork): Promise<boolean> {
    try {
      const saved = await saveTodo(todo.id, what)
      setEnded(saved.status === 'open' ? undefined : saved)
      return true
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    } finally {
      reload()
    }
  }

  return (
    <main className="page todos">
      <div className="todos-head">
        <h1>{texts.todos.title}</h1>
        <Filters filters={filters} onChange={change} />
      </div>
      {ended ? <Ended todo={ended} onUndo={() => void work(ended, { status: 'open' })} /> : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active className="todos-skeleton" paragraph={{ rows: 6 }} /> : null}
      {loaded.kind === 'ready' && rows.length === 0 ? (
        <Blank
          icon={<CheckSquareOutlined />}
          title={texts.todos.empty[filters.view]}
          hint={texts.todos.emptyHint[filters.view]}
        />
      ) : null}
      {rows.length > 0 ? <Rows rows={rows} work={work} /> : null}
      {hasMore ? (
        <Button className="todos-more" loading={asking} onClick={() => void more()}>
          {texts.more}
        </Button>
      ) : null}
    </main>
  )
}

interface RowsProps {
  readonly rows: readonly TodoView[]
  readonly work: (todo: TodoView, what: TodoWork) => Promise<boolean>
}

function Rows({ rows, work }: RowsProps) {
  const { todos } = useTexts()
  return (
    <>
      <ul className="todo-list" aria-label={todos.list}>
        {rows.map((todo) => (
          <TodoRow key={todo.id} todo={todo} onWork={(what) => work(todo, what)} />
        ))}
      </ul>
      <p className="todos-keys">{todos.keys}</p>
    </>
  )
}

function Ended({ todo, onUndo }: { readonly todo: TodoView; readonly onUndo: () => void }) {
  const texts = useTexts()
  const title = titleOf(todo, texts)
  return (
    <div className="todo-ended" role="status">
      {todo.status === 'done' ? texts.todos.doneSaid(title) : texts.todos.dismissedSaid(title)}
      <Button type="link" size="small" onClick={onUndo}>
        {texts.todos.undo}
      </Button>
    </div>
  )
}

const VIEWS: readonly TodoFilters['view'][] = ['due', 'later', 'ended']

function useFilters(): readonly [TodoFilters, (next: Partial<TodoFilters>) => void] {
  const [params, setParams] = useSearchParams()
  const supervises = useDeskState((state) => state.me.role !== 'agent')
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'due'
  const whose = supervises && params.get('whose') === 'all' ? 'all' : 'mine'
  const kind = params.get('kind') ?? ''
  const filters = useMemo(() => ({ view, whose, kind }) as const, [view, whose, kind])
  const change = (next: Partial<TodoFilters>) => {
    const after = { ...filters, ...next }
    setParams({
      ...(after.view !== 'due' && { view: after.view }),
      ...(after.whose !== 'mine' && { whose: after.whose }),
      ...(after.kind && { kind: after.kind }),
    })
  }
  return [filters, change]
}

interface FiltersProps {
  readonly filters: TodoFilters
  readonly onChange: (next: Partial<TodoFilters>) => void
}

function Filters({ filters, onChange }: FiltersProps) {
  const { todos, todoKind } = useTexts()
  const supervises = useDeskState((state) => state.me.role !== 'agent')
  return (
    <div className="todos-filters">
      <Segmented<TodoFilters['view']>
        options={VIEWS.map((value) => ({ value, label: todos.view[value] }))}
        value={filters.view}
        onChange={(view) => onChange({ view })}
      />
      {supervises ? (
        <Select
          value={filters.whose}
          options={(['mine', 'all'] as const).map((value) => ({ value, label: todos[value] }))}
          aria-label={todos.whose}
          popupMatchSelectWidth={false}
          onChange={(whose) => onChange({ whose })}
        />
      ) : null}
      <Select
        value={filters.kind}
        options={[
          { value: '', label: todos.allKinds },
          ...Object.entries(todoKind).map(([value, label]) => ({ value, label })),
        ]}
        aria-label={todos.kind}
        popupMatchSelectWidth={false}
        onChange={(kind) => onChange({ kind })}
      />
    </div>
  )
}
