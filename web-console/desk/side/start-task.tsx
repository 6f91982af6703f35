import { Button } from 'antd'
import { useState } from 'react'
import type { CustomerRecord } from '../../../src/protocol/http.ts'
import type { TaskView } from '../../../src/protocol/tasks.ts'
import { customerPath } from '../../customers/save-customer.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { TaskDialog } from './task-dialog.tsx'
import { useTasks } from './use-tasks.ts'

interface StartTaskProps {
  readonly intent: string
  readonly conversationId: string
}

/** Beside a suggestion whose intent begins a task: the task itself, done for the customer. */
export function StartTask({ intent, conversationId }: StartTaskProps) {
  const { task: texts } = useTexts()
  const task = useTasks().find(({ start }) => start.includes(intent))
  const customerId = useDeskState((state) => state.conversations[conversationId]?.customer.id)
  const [open, setOpen] = useState(false)
  if (!task || !customerId) return null

  return (
    <>
      <Button size="small" type="dashed" onClick={() => setOpen(true)}>
        {texts.start(task.title)}
      </Button>
      {open ? <Loaded task={task} {...{ customerId, conversationId }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

interface LoadedProps {
  readonly task: TaskView
  readonly customerId: string
  readonly conversationId: string
  readonly onClose: () => void
}

function Loaded({ task, customerId, conversationId, onClose }: LoadedProps) {
  const { loaded } = useLoaded<CustomerRecord>(customerPath(customerId))
  const about = useDeskState((state) => state.threads[conversationId]?.context.order)
  if (loaded.kind !== 'ready') return null

  // The order that is being talked about comes first, then those that the task is meant for.
  const rank = ({ number, status }: CustomerRecord['orders'][number]) =>
    number === about ? 0 : task.orders.length === 0 || task.orders.some((one) => one === status) ? 1 : 2
  const orders = [...loaded.value.orders].sort((a, b) => rank(a) - rank(b))
  return <TaskDialog task={task} orders={orders} conversationId={conversationId} onClose={onClose} />
}
