import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { OrderView } from '../../../src/protocol/http.ts'
import type { TaskView } from '../../../src/protocol/tasks.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { usePlace } from '../use-place.ts'
import { TaskDialog } from './task-dialog.tsx'
import { tasksFor } from './tasks-for.ts'
import { useIsMine } from './use-is-mine.ts'
import { useTasks } from './use-tasks.ts'
import './side.css'

/** As many as fit beside each other; the others are behind "more". */
const BESIDE = 2

/** What an agent can do with an order of the customer they are talking to; elsewhere there is nobody to do it for. */
export function OrderActions({ order }: { readonly order: OrderView }) {
  const [{ conversationId }] = usePlace()
  const mine = useIsMine(conversationId)
  return conversationId && mine ? <Actions order={order} conversationId={conversationId} /> : null
}

function Actions({ order, conversationId }: { readonly order: OrderView; readonly conversationId: string }) {
  const { task: texts } = useTexts()
  const desk = useDesk()
  const tasks = tasksFor(useTasks(), order.status)
  const [doing, setDoing] = useState<TaskView>()
  const sendCard = () => desk.outbox.add({ conversationId, kind: 'order', content: order.number })
  const rest = tasks.slice(BESIDE)
  return (
    <fieldset className="order-actions" aria-label={`${texts.actions} ${order.number}`}>
      {tasks.slice(0, BESIDE).map((task) => (
        <Button key={task.flow} size="small" onClick={() => setDoing(task)}>
          {task.title}
        </Button>
      ))}
      <Button size="small" onClick={sendCard}>
        {texts.sendOrder}
      </Button>
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{ items: rest.map((task) => ({ key: task.flow, label: task.title, onClick: () => setDoing(task) })) }}
        >
          <Button size="small" icon={<MoreOutlined />} aria-label={texts.more} />
        </Dropdown>
      ) : null}
      {doing ? (
        <TaskDialog
          key={doing.flow}
          task={doing}
          orders={[order]}
          conversationId={conversationId}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </fieldset>
  )
}
