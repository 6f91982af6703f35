import { Button, Select } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { isOpen } from './case-path.ts'
import { toLocalInput } from './local-input.ts'
import type { CaseWorkState } from './use-case-work.ts'

interface HandsProps {
  readonly detail: CaseDetail
  readonly work: CaseWorkState
}

/** Whose the case is, and its handing on. */
export function Holder({ detail, work }: HandsProps) {
  const { cases } = useTexts()
  const me = useDeskState((state) => state.me.id)
  const agents = useDeskState((state) => state.agents)
  const { agent } = detail.case
  const options = Object.values(agents)
    .filter(({ id, active }) => active || id === agent?.id)
    .map(({ id, name }) => ({ value: id, label: id === me ? cases.mineNamed(name) : name }))
  if (!isOpen(detail.case)) {
    return (
      <p className="case-line">
        <span>{cases.holder}</span> <b>{agent?.id === me ? cases.mine : (agent?.name ?? cases.nobody)}</b>
      </p>
    )
  }
  return (
    <div className="case-line">
      <span>{cases.holder}</span>
      <Select
        value={agent?.id ?? null}
        placeholder={cases.nobody}
        aria-label={cases.holder}
        disabled={work.saving}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(id) => id && void work.hand(id === me ? { take: true } : { agent: id })}
      />
      {agent?.id === me ? null : (
        <Button size="small" disabled={work.saving} onClick={() => void work.hand({ take: true })}>
          {cases.take}
        </Button>
      )}
    </div>
  )
}

/** Until when it should be dealt with, and the moving of it. */
export function DueLine({ detail, work }: HandsProps) {
  const texts = useTexts()
  const locale = useLocale()
  const { dueAt } = detail.case
  const [draft, setDraft] = useState<string>()
  const next = draft === undefined ? Number.NaN : new Date(draft).getTime()

  async function move(): Promise<void> {
    if (await work.save({ dueAt: next }, texts.cases.dueMoved)) setDraft(undefined)
  }

  if (draft === undefined) {
    return (
      <div className="case-line">
        <span>{texts.cases.dueLabel}</span>
        <b>{formatMoment(dueAt, locale)}</b>
        {isOpen(detail.case) ? (
          <Button size="small" type="link" onClick={() => setDraft(toLocalInput(dueAt))}>
            {texts.cases.moveDue}
          </Button>
        ) : null}
      </div>
    )
  }
  return (
    <div className="case-line">
      <span>{texts.cases.dueLabel}</span>
      <input
        type="datetime-local"
        className="case-due-input"
        aria-label={texts.cases.dueLabel}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button
        size="small"
        type="primary"
        disabled={!Number.isFinite(next) || next === dueAt || work.saving}
        onClick={() => void move()}
      >
        {texts.save}
      </Button>
      <Button size="small" onClick={() => setDraft(undefined)}>
        {texts.cancel}
      </Button>
      <small className="none">{texts.cases.dueHint}</small>
    </div>
  )
}
