import { Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import type { ClusterDetail } from '../../src/protocol/questions.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ClusterAct } from './cluster-card.tsx'
import { type ClusterChoice, toQuery } from './cluster-path.ts'
import { QuestionList } from './question-list.tsx'
import { Sparkline } from './sparkline.tsx'
import type { Picked } from './use-deeds.ts'

interface ClusterDrawerProps {
  readonly id: string
  readonly choice: ClusterChoice
  readonly onAct: (act: Exclude<ClusterAct, 'open'>, picked: Picked) => void
  readonly onClose: () => void
}

/** One group with all its questions: which of them to take, and what to make of them. */
export function ClusterDrawer({ id, choice, onAct, onClose }: ClusterDrawerProps) {
  const { questions } = useTexts()
  // Asked for once: the period must not move under what is being read.
  const [path] = useState(`/api/v1/questions/clusters/${encodeURIComponent(id)}?${toQuery(choice)}`)
  const { loaded, reload } = useLoaded<ClusterDetail>(path)
  return (
    <Drawer open onClose={onClose} size={560} title={questions.title} className="cluster-drawer">
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'ready' ? <Detail detail={loaded.value} open={choice.state === 'open'} onAct={onAct} /> : null}
    </Drawer>
  )
}

interface DetailProps {
  readonly detail: ClusterDetail
  readonly open: boolean
  readonly onAct: ClusterDrawerProps['onAct']
}

function Detail({ detail, open, onAct }: DetailProps) {
  const { questions } = useTexts()
  const all = detail.questions
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = new Set(all.map(({ id }) => id).filter((id) => !left.has(id)))
  const picked: Picked = { cluster: detail.cluster, questions: all.filter(({ id }) => chosen.has(id)) }
  const choose = (id: string, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const act = (name: Exclude<ClusterAct, 'open'>, text: string) => (
    <Button disabled={chosen.size === 0} onClick={() => onAct(name, picked)}>
      {text}
    </Button>
  )
  return (
    <>
      <p className="drawer-trend">
        <span>{questions.timesOf(detail.cluster.size)}</span>
        <Sparkline days={detail.cluster.days} />
      </p>
      <p className="drawer-note">{questions.masked}</p>
      <label className="choose-all">
        <input
          type="checkbox"
          checked={left.size === 0}
          onChange={(event) => setLeft(new Set(event.target.checked ? [] : all.map(({ id }) => id)))}
        />
        {questions.chooseAll} <small>{questions.chosen(chosen.size, all.length)}</small>
      </label>
      <QuestionList questions={all} chosen={chosen} onChoose={choose} />
      <div className="drawer-acts">
        {open ? (
          <>
            {act('learn', questions.learn)}
            {act('create', questions.create)}
            {act('ignore', questions.ignore)}
            {act('out_of_scope', questions.outOfScope)}
          </>
        ) : (
          act('reopen', questions.reopen)
        )}
      </div>
    </>
  )
}
