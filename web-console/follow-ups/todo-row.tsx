import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { TodoView } from '../../src/protocol/follow-ups.ts'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { formatMoment } from '../texts/format.ts'
import { formatWait } from '../texts/format-wait.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { Stars } from './thread-ratings.tsx'
import { piecesOf, placeOf, titleOf } from './todo-words.ts'
import type { TodoWork } from './use-todo-list.ts'
import { WriteAgain } from './write-again.tsx'

interface TodoRowProps {
  readonly todo: TodoView
  readonly onWork: (work: TodoWork) => Promise<boolean>
}

/** One to-do: what, about whom, when, whose, and what may be done with it. */
export function TodoRow({ todo, onWork }: TodoRowProps) {
  const [ending, setEnding] = useState(false)
  const [, navigate] = useLocation()
  const open = todo.status === 'open'

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>): void {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const act = {
      ArrowDown: () => focusOn(event.currentTarget.nextElementSibling),
      ArrowUp: () => focusOn(event.currentTarget.previousElementSibling),
      Enter: () => navigate(placeOf(todo)),
      KeyD: () => open && setEnding(true),
    }[event.code]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked through with the arrow keys.
    <li className={`todo ${todo.kind}`} tabIndex={0} onKeyDown={onKeyDown}>
      <TodoWhat todo={todo} />
      <TodoTime todo={todo} />
      {open ? <Assignee todo={todo} onWork={onWork} /> : <span className="todo-who">{todo.doneBy?.name}</span>}
      <span className="todo-acts">
        <TodoActs todo={todo} onEnd={() => setEnding(true)} onRestore={() => void onWork({ status: 'open' })} />
      </span>
      {ending && open ? <Ending onWork={onWork} onClose={() => setEnding(false)} /> : null}
    </li>
  )
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus()
}

function TodoWhat({ todo }: { readonly todo: TodoView }) {
  const texts = useTexts()
  const [, navigate] = useLocation()
  const name = useCustomerName(todo.customer)
  const { score } = todo.detail
  return (
    <span className="todo-what">
      <span className="todo-line">
        <i className={`chip todo-kind ${todo.kind}`}>{texts.todoKind[todo.kind]}</i>
        {score === undefined ? null : <Stars score={score} />}
        <button type="button" className="todo-title" onClick={() => navigate(placeOf(todo))}>
          {titleOf(todo, texts)}
        </button>
      </span>
      <small>
        {name} <TierTag tier={todo.customer.tier} />
        {piecesOf(todo, texts).map((piece) => (
          <span key={piece}> · {piece}</span>
        ))}
      </small>
      {todo.note ? <q>{todo.note}</q> : null}
    </span>
  )
}

function TodoTime({ todo }: { readonly todo: TodoView }) {
  const texts = useTexts()
  const locale = useLocale()
  const now = useNow()
  if (todo.status !== 'open') {
    const who = todo.doneBy?.name ?? texts.todos.system
    return (
      <span className="todo-time">
        {formatMoment(todo.doneAt ?? todo.dueAt, locale)}
        <small>{texts.todos.endedBy[todo.status](who)}</small>
      </span>
    )
  }
  const left = todo.dueAt - now
  return (
    <span className={left <= 0 ? 'todo-time late' : 'todo-time'}>
      {formatMoment(todo.dueAt, locale)}
      <small>
        {left <= 0 ? texts.todos.late(formatWait(-left, texts)) : texts.todos.inTime(formatWait(left, texts))}
      </small>
    </span>
  )
}

function Assignee({ todo, onWork }: TodoRowProps) {
  const { todos, followUp } = useTexts()
  const agents = useDeskState((state) => state.agents)
  const me = useDeskState((state) => state.me)
  const nobody = todo.group === 'supervisors' ? todos.supervisors : todos.nobody
  const options = [
    { value: '', label: nobody },
    ...Object.values(agents)
      .filter((agent) => agent.active && (todo.group !== 'supervisors' || agent.role !== 'agent'))
      .map((agent) => ({ value: agent.id, label: agent.id === me.id ? followUp.me : agent.name })),
  ]
  return (
    <Select
      className="todo-who"
      variant="borderless"
      value={todo.agent?.id ?? ''}
      options={options}
      aria-label={todos.assignee}
      popupMatchSelectWidth={false}
      onChange={(id) => void onWork({ agentId: id === '' ? null : id })}
    />
  )
}

interface TodoActsProps {
  readonly todo: TodoView
  readonly onEnd: () => void
  readonly onRestore: () => void
}

function TodoActs({ todo, onEnd, onRestore }: TodoActsProps) {
  const { todos } = useTexts()
  const [, navigate] = useLocation()
  const { status } = todo.conversation
  if (todo.status !== 'open') {
    return (
      <Button size="small" onClick={onRestore}>
        {todos.restore}
      </Button>
    )
  }
  return (
    <>
      {status === 'resolved' || status === 'bot' ? (
        <WriteAgain primary conversationId={todo.conversation.id} wants={todo.title} />
      ) : (
        <Button size="small" onClick={() => navigate(placeOf(todo))}>
          {status === 'queued' ? todos.claim : todos.open}
        </Button>
      )}
      <Button size="small" type="primary" onClick={onEnd}>
        {todos.done}
      </Button>
    </>
  )
}

interface EndingProps {
  readonly onWork: TodoRowProps['onWork']
  readonly onClose: () => void
}

/** What came of it, in a line, before it goes away. */
function Ending({ onWork, onClose }: EndingProps) {
  const { todos, cancel } = useTexts()
  const [note, setNote] = useState('')
  const end = (status: 'done' | 'dismissed') => void onWork({ status, ...(note.trim() && { note: note.trim() }) })
  return (
    <form
      className="todo-ending"
      onSubmit={(event) => {
        event.preventDefault()
        end('done')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <Input
        autoFocus
        maxLength={500}
        value={note}
        aria-label={todos.noteTitle}
        placeholder={`${todos.noteTitle} ${todos.notePlaceholder}`}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button htmlType="submit" type="primary">
        {todos.done}
      </Button>
      <Button onClick={() => end('dismissed')}>{todos.dismiss}</Button>
      <Button type="text" onClick={onClose}>
        {cancel}
      </Button>
    </form>
  )
}
