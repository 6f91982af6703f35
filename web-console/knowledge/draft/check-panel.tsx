import { Button, InputNumber, Progress } from 'antd'
import { useId, useState } from 'react'
import type { CheckView, KnowledgeDraftView } from '../../../src/protocol/editing.ts'
import { useWords } from '../use-words.ts'
import { CheckResults } from './check-results.tsx'
import { CHECK_ORDER, shareDone } from './check-steps.ts'
import type { UseCheck } from './use-check.ts'

const LAST = 500

interface CheckPanelProps {
  readonly draft: KnowledgeDraftView
  readonly checking: UseCheck
}

/** 检查: trains the draft apart, runs the shop's tests, and lets it answer what shoppers have asked. */
export function CheckPanel({ draft, checking }: CheckPanelProps) {
  const { check: words } = useWords()
  const { check, start, stop } = checking
  const id = useId()
  const [last, setLast] = useState(LAST)
  const running = check?.state === 'running'
  const stale = check?.state === 'done' && check.print !== draft.print
  return (
    <section className="draft-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="hint">{words.intro}</p>
      <div className="check-start">
        <label htmlFor={id}>{words.last}</label>
        <InputNumber
          id={id}
          value={last}
          min={0}
          max={5000}
          precision={0}
          step={100}
          disabled={running}
          onChange={(value) => setLast(value ?? LAST)}
        />
        {running ? (
          <Button onClick={() => void stop()}>{words.stop}</Button>
        ) : (
          <Button type={check?.state === 'done' && !stale ? 'default' : 'primary'} onClick={() => void start(last)}>
            {check?.state === 'done' ? words.again : words.start}
          </Button>
        )}
      </div>
      {running && check ? <Running check={check} /> : null}
      {check?.state === 'failed' ? (
        <p className="fault" role="alert">
          {words.failed} {check.error}
        </p>
      ) : null}
      {stale ? <p className="stale">{words.stale}</p> : null}
      {check?.state === 'done' && check.result ? <CheckResults result={check.result} /> : null}
    </section>
  )
}

function Running({ check }: { readonly check: CheckView }) {
  const { check: words } = useWords()
  const step = check.step ?? 'read'
  const counted = check.total === undefined ? '' : ` ${check.done ?? 0} / ${check.total}`
  return (
    <div className="check-running" role="status">
      <Progress
        percent={Math.round(shareDone(check) * 100)}
        status="active"
        aria-label={words.progress}
        format={(percent) => `${percent}%`}
      />
      <ol className="check-steps">
        {CHECK_ORDER.map((one) => (
          <li key={one} className={stateOf(one, step)} aria-current={one === step ? 'step' : undefined}>
            {words.steps[one]}
            {one === step ? counted : ''}
          </li>
        ))}
      </ol>
    </div>
  )
}

function stateOf(one: (typeof CHECK_ORDER)[number], step: (typeof CHECK_ORDER)[number]): string {
  const ahead = CHECK_ORDER.indexOf(one) - CHECK_ORDER.indexOf(step)
  return ahead < 0 ? 'past' : ahead === 0 ? 'here' : ''
}
