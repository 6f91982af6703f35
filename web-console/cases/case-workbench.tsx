import { Button, Input } from 'antd'
import { useId } from 'react'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DueLine, Holder } from './case-hands.tsx'
import { isOpen } from './case-path.ts'
import { listMoves } from './moves.ts'
import { type CaseWorkState, useCaseWork } from './use-case-work.ts'

interface CaseWorkbenchProps {
  readonly detail: CaseDetail
  readonly onSaved: (detail: CaseDetail) => void
  readonly onStale: () => void
}

/** Where an agent moves a case on, answers the customer, and writes to colleagues. */
export function CaseWorkbench({ detail, onSaved, onStale }: CaseWorkbenchProps) {
  const { cases } = useTexts()
  const work = useCaseWork({ detail, onSaved, onStale })
  const hint = useId()
  const open = isOpen(detail.case)
  return (
    <section className="block case-work" aria-busy={work.saving}>
      <h2>{cases.work}</h2>
      <Holder detail={detail} work={work} />
      <DueLine detail={detail} work={work} />
      <p className="none" id={hint}>
        {open ? cases.workHint : cases.ended}
      </p>
      {open ? <Reply work={work} hint={hint} /> : null}
      {open ? <Internal work={work} /> : null}
      {work.refused ? (
        <p role="alert" className="case-refused">
          {work.refused}
        </p>
      ) : null}
      <Moves detail={detail} work={work} />
    </section>
  )
}

function Reply({ work, hint }: { readonly work: CaseWorkState; readonly hint: string }) {
  const { cases } = useTexts()
  const id = useId()
  return (
    <div className="case-field">
      <label htmlFor={id}>{cases.note}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={1000}
        disabled={work.saving}
        value={work.note}
        placeholder={cases.notePlaceholder}
        aria-describedby={hint}
        status={work.needsNote ? 'error' : ''}
        onChange={(event) => work.setNote(event.target.value)}
      />
      <Button size="small" disabled={work.note.trim() === '' || work.saving} onClick={() => void work.reply()}>
        {cases.reply}
      </Button>
    </div>
  )
}

function Internal({ work }: { readonly work: CaseWorkState }) {
  const { cases } = useTexts()
  const id = useId()
  return (
    <div className="case-field internal">
      <label htmlFor={id}>{cases.internal}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={1000}
        disabled={work.saving}
        value={work.internal}
        placeholder={cases.internalPlaceholder}
        onChange={(event) => work.setInternal(event.target.value)}
      />
      <Button size="small" disabled={work.internal.trim() === '' || work.saving} onClick={() => void work.remember()}>
        {cases.remember}
      </Button>
    </div>
  )
}

function Moves({ detail, work }: { readonly detail: CaseDetail; readonly work: CaseWorkState }) {
  const { cases } = useTexts()
  const { status } = detail.case
  const open = isOpen(detail.case)
  return (
    <fieldset className="case-moves">
      <legend>{open ? cases.moves : ''}</legend>
      {listMoves(status).map((next) => (
        <Button
          key={next}
          type={next === 'resolved' || !open ? 'primary' : 'default'}
          danger={next === 'rejected'}
          disabled={work.saving && work.moving !== next}
          loading={work.moving === next}
          onClick={() => void work.move(next)}
        >
          {open ? cases.to[next] : cases.reopen}
        </Button>
      ))}
    </fieldset>
  )
}
