import { Button, Input } from 'antd'
import { useId } from 'react'
import type { CaseStatusName } from '../../src/protocol/cases.ts'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { isOpen } from './case-path.ts'
import { useCaseWork } from './use-case-work.ts'

const NEXT = ['in_progress', 'waiting', 'resolved', 'rejected', 'cancelled'] as const
type Next = (typeof NEXT)[number]

interface CaseWorkbenchProps {
  readonly detail: CaseDetail
  readonly onSaved: (detail: CaseDetail) => void
}

/** Where an agent moves a case on, and writes to the customer and to colleagues. */
export function CaseWorkbench({ detail, onSaved }: CaseWorkbenchProps) {
  const { cases } = useTexts()
  const work = useCaseWork(detail.case.number, onSaved)
  const hint = useId()
  const open = isOpen(detail.case)
  return (
    <section className="block case-work" aria-busy={work.saving}>
      <h2>{cases.work}</h2>
      <Holder detail={detail} saving={work.saving} onTake={() => void work.save({ take: true }, cases.taken)} />
      <p className="none" id={hint}>
        {open ? cases.workHint : cases.ended}
      </p>
      <Notes work={work} hint={hint} />
      {work.refused ? (
        <p role="alert" className="case-refused">
          {work.refused}
        </p>
      ) : null}
      {open ? (
        <Moves status={detail.case.status} work={work} />
      ) : (
        <div className="case-moves">
          <Button type="primary" loading={work.saving} onClick={() => void work.move('in_progress')}>
            {cases.reopen}
          </Button>
        </div>
      )}
    </section>
  )
}

function Holder({ detail, saving, onTake }: { detail: CaseDetail; saving: boolean; onTake: () => void }) {
  const { cases } = useTexts()
  const me = useDeskState((state) => state.me.id)
  const { agent } = detail.case
  const mine = agent?.id === me
  return (
    <p className="case-holder-line">
      <span>
        {cases.holder}: <b>{mine ? cases.mine : (agent?.name ?? cases.nobody)}</b>
      </span>
      {mine || !isOpen(detail.case) ? null : (
        <Button size="small" disabled={saving} onClick={onTake}>
          {cases.take}
        </Button>
      )}
    </p>
  )
}

type Work = ReturnType<typeof useCaseWork>

function Notes({ work, hint }: { readonly work: Work; readonly hint: string }) {
  const { cases } = useTexts()
  const id = useId()
  const shared = { maxLength: 1000, disabled: work.saving }
  return (
    <>
      <div className="case-field">
        <label htmlFor={`${id}note`}>{cases.note}</label>
        <Input.TextArea
          {...shared}
          id={`${id}note`}
          rows={3}
          value={work.note}
          placeholder={cases.notePlaceholder}
          aria-describedby={hint}
          status={work.needsNote ? 'error' : ''}
          onChange={(event) => work.setNote(event.target.value)}
        />
      </div>
      <div className="case-field internal">
        <label htmlFor={`${id}internal`}>{cases.internal}</label>
        <Input.TextArea
          {...shared}
          id={`${id}internal`}
          rows={2}
          value={work.internal}
          placeholder={cases.internalPlaceholder}
          onChange={(event) => work.setInternal(event.target.value)}
        />
      </div>
    </>
  )
}

function Moves({ status, work }: { readonly status: CaseStatusName; readonly work: Work }) {
  const { cases } = useTexts()
  const written = work.note.trim() !== '' || work.internal.trim() !== ''
  return (
    <div className="case-moves">
      {NEXT.filter((next) => next !== status).map((next) => (
        <Button
          key={next}
          type={next === 'resolved' ? 'primary' : 'default'}
          danger={next === 'rejected'}
          disabled={work.saving && work.moving !== next}
          loading={work.moving === next}
          onClick={() => void work.move(next satisfies Next)}
        >
          {cases.to[next]}
        </Button>
      ))}
      <Button
        type="text"
        className="case-save"
        disabled={!written || work.saving}
        onClick={() => void work.save({}, cases.saved)}
      >
        {cases.save}
      </Button>
    </div>
  )
}
