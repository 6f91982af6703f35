import { Modal } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../src/protocol/cases.ts'
import type { OrderView } from '../../../src/protocol/http.ts'
import type { TaskView } from '../../../src/protocol/tasks.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { TaskForm, type TaskValues } from './task-form.tsx'
import './side.css'

interface TaskDialogProps {
  readonly task: TaskView
  /** The likeliest first. */
  readonly orders: readonly OrderView[]
  readonly conversationId: string
  readonly onClose: () => void
}

/** Asks for a task on behalf of the customer. One dialog opens one case, however often it is sent. */
export function TaskDialog({ task, orders, conversationId, onClose }: TaskDialogProps) {
  const { task: texts } = useTexts()
  const [values, setValues] = useState<TaskValues>(() => prefilled(task, orders[0]))
  const { submit, busy, refused } = useSubmit({ task, conversationId, values, onClose })
  const order = orders.find(({ number }) => number === values.order)
  return (
    <Modal
      open
      title={texts.title(task.title)}
      okText={texts.submit}
      okButtonProps={{ loading: busy, disabled: !order }}
      onOk={() => void submit()}
      onCancel={onClose}
      width={460}
      destroyOnHidden
    >
      <p className="task-lead">{texts.lead}</p>
      {orders.length === 0 ? <p className="none">{texts.noOrders}</p> : null}
      <TaskForm task={task} orders={orders} values={values} onChange={setValues} />
      {refused === '' ? null : (
        <p role="alert" className="task-refused">
          {refused}
        </p>
      )}
    </Modal>
  )
}

/** What the context knows; where there is one item there is nothing to choose. */
function prefilled(task: TaskView, order: OrderView | undefined): TaskValues {
  const [only, ...others] = order?.items ?? []
  return {
    order: order?.number ?? '',
    item: task.item && only && others.length === 0 ? only.sku : '',
    fields: {},
  }
}

interface Submission {
  readonly task: TaskView
  readonly conversationId: string
  readonly values: TaskValues
  readonly onClose: () => void
}

function useSubmit({ task, conversationId, values, onClose }: Submission) {
  const texts = useTexts()
  const say = useSay()
  const [key] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')

  async function submit(): Promise<void> {
    const lacks =
      (task.item && values.item === '') || task.fields.some((one) => one.required && !values.fields[one.name])
    if (lacks) {
      setRefused(texts.task.incomplete)
      return
    }
    setBusy(true)
    const { order, item, fields } = values
    const body = { key, order, ...(item && { item }), values: fields }
    try {
      const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/tasks/${encodeURIComponent(task.flow)}`
      const opened = await request<{ case: CaseView; again: boolean }>('POST', path, body)
      if (opened.again) say.info(texts.task.again(opened.case.number))
      else say.success(texts.task.done(opened.case.number))
      onClose()
    } catch (thrown) {
      setRefused(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, refused }
}
