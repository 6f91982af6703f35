import { BulbOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { ClusterView, QuestionView } from '../../src/protocol/questions.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { type ClusterAct, ClusterCard } from './cluster-card.tsx'
import { ClusterDrawer } from './cluster-drawer.tsx'
import { type ClusterChoice, FIRST_CHOICE } from './cluster-path.ts'
import { type LessonAsked, LessonDialog } from './lesson-dialog.tsx'
import { countAnew } from './open-questions.tsx'
import { useClusters } from './use-clusters.ts'
import { type Picked, useDeeds } from './use-deeds.ts'
import './questions.css'

/** 未识别问题: what 小二 could not answer, and what is made of it. */
export function QuestionsPage() {
  const { questions } = useTexts()
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const { list, failed, more, reload } = useClusters(choice)
  const [shown, setShown] = useState<string>()
  const [asked, setAsked] = useState<LessonAsked>()
  const [ignored, setIgnored] = useState<readonly string[]>([])
  const deeds = useDeeds(() => {
    setShown(undefined)
    setIgnored([])
    reload()
    countAnew()
  })

  async function act(name: Exclude<ClusterAct, 'open'>, picked: Picked): Promise<void> {
    if (name === 'learn' || name === 'create') setAsked({ kind: name, picked })
    if (name === 'out_of_scope') deeds.putOutOfScope(picked)
    if (name === 'reopen') await deeds.reopen(picked.questions.map(({ id }) => id))
    if (name === 'ignore' && (await deeds.ignore(picked))) setIgnored(picked.questions.map(({ id }) => id))
  }
  async function actOn(name: ClusterAct, cluster: ClusterView): Promise<void> {
    if (name === 'open') {
      setShown(cluster.id)
      return
    }
    const picked = await deeds.pick(cluster, choice)
    if (picked) await act(name, picked)
  }

  return (
    <main className="page questions">
      <h1>{questions.title}</h1>
      <p className="questions-lead">{questions.lead}</p>
      <Filters choice={choice} onChange={setChoice} />
      {ignored.length > 0 ? <Undo count={ignored.length} onUndo={() => void deeds.reopen(ignored)} /> : null}
      {failed ? <LoadFailed thrown={failed} onRetry={reload} /> : null}
      {!list && !failed ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {list ? (
        <>
          <p className="questions-found" role="status">
            {questions.found(list.total, list.questions)}
          </p>
          {list.cut ? <Alert type="info" showIcon title={questions.cut} /> : null}
          {list.total === 0 ? <Nothing state={choice.state} /> : null}
          <div className="clusters">
            {list.clusters.map((cluster) => (
              <ClusterCard
                key={cluster.id}
                cluster={cluster}
                open={choice.state === 'open'}
                onAct={(name, one) => void actOn(name, one)}
              />
            ))}
          </div>
          {more ? <MoreButton onMore={more} /> : null}
        </>
      ) : null}
      {shown ? (
        <ClusterDrawer
          key={shown}
          id={shown}
          choice={choice}
          onAct={(name, picked) => void act(name, picked)}
          onClose={() => setShown(undefined)}
        />
      ) : null}
      {asked ? <LessonDialog asked={asked} settle={deeds.settle} onClose={() => setAsked(undefined)} /> : null}
    </main>
  )
}

function MoreButton({ onMore }: { readonly onMore: () => void }) {
  const { more } = useTexts()
  return (
    <Button className="questions-more" onClick={onMore}>
      {more}
    </Button>
  )
}

function Nothing({ state }: Pick<ClusterChoice, 'state'>) {
  const { questions } = useTexts()
  return state === 'open' ? (
    <Blank icon={<BulbOutlined />} title={questions.empty} hint={questions.emptyHint} />
  ) : (
    <Blank icon={<BulbOutlined />} title={questions.emptySettled} />
  )
}

function Undo({ count, onUndo }: { readonly count: number; readonly onUndo: () => void }) {
  const { questions } = useTexts()
  return (
    <p className="questions-undo" role="status">
      {questions.settled(count)}
      <button type="button" className="text-button" onClick={onUndo}>
        {questions.undo}
      </button>
    </p>
  )
}

const PERIODS = [7, 30, 90] as const

function Filters({
  choice,
  onChange,
}: {
  readonly choice: ClusterChoice
  readonly onChange: (choice: ClusterChoice) => void
}) {
  const { questions } = useTexts()
  const options = <K extends string>(names: Readonly<Record<K, string>>) =>
    (Object.entries(names) as [K, string][]).map(([value, label]) => ({ value, label }))
  return (
    <fieldset className="questions-filters" aria-label={questions.state}>
      <Segmented
        value={choice.state}
        aria-label={questions.state}
        options={options(questions.states)}
        onChange={(state) => onChange({ ...choice, state })}
      />
      <Segmented
        value={choice.days}
        aria-label={questions.period}
        options={PERIODS.map((days) => ({ value: days, label: questions.days(days) }))}
        onChange={(days) => onChange({ ...choice, days })}
      />
      <Select
        value={choice.kind}
        aria-label={questions.kind}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: questions.allKinds }, ...options<QuestionView['kind']>(questions.kinds)]}
        onChange={(kind) => onChange({ ...choice, kind })}
      />
      <Select
        value={choice.order}
        aria-label={questions.order}
        popupMatchSelectWidth={false}
        options={options(questions.orders)}
        onChange={(order) => onChange({ ...choice, order })}
      />
    </fieldset>
  )
}
