import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from 'wouter'
import type { TodayView } from '../../../src/protocol/reports.ts'
import { Blank } from '../../shell/blank.tsx'
import { useTexts } from '../../texts/use-texts.ts'

type Task = TodayView['tasks'][number]['task']

/** Where each is dealt with. */
const PLACES: Readonly<Record<Task, string>> = {
  not_understood: '/knowledge/questions',
  disliked: '/reports/quality',
  bad_ratings: '/todos?whose=all&kind=bad_rating',
  expiring: '/knowledge',
  broken_knowledge: '/knowledge/versions',
  failing_tests: '/knowledge/versions',
  open_todos: '/todos?whose=all',
  overdue_cases: '/cases?overdue=true',
  left_messages: '/todos?whose=all&kind=left_message',
}

const URGENT: readonly Task[] = ['broken_knowledge', 'failing_tests', 'overdue_cases', 'bad_ratings']

/** What waits for somebody of the shop; what there is none of is left out. */
export function TodayTasks({ tasks }: Pick<TodayView, 'tasks'>) {
  const { first } = useTexts().figures
  const waiting = tasks.filter(({ count }) => count > 0)
  return (
    <section className="report" aria-label={first.tasks}>
      <h2>{first.tasks}</h2>
      {waiting.length === 0 ? <Blank icon={<CheckCircleOutlined />} title={first.noTasks} /> : null}
      <ul className="today-tasks">
        {waiting.map(({ task, count }) => (
          <li key={task}>
            <Link to={PLACES[task]} className={URGENT.includes(task) ? 'urgent' : ''}>
              <span>{first.task[task]}</span>
              <b>{count}</b>
              <RightOutlined aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
