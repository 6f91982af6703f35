import type { CaseView } from '../../src/protocol/cases.ts'
import { useNow } from '../shell/use-now.ts'
import { formatMoment } from '../texts/format.ts'
import { formatWait } from '../texts/format-wait.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { isOpen } from './case-path.ts'

/** So long before it is due a case begins to press. */
const NEAR = 24 * 3_600_000

export function CaseStatus({ status }: Pick<CaseView, 'status'>) {
  const { caseStatus } = useTexts()
  return <i className={`chip case-status ${status}`}>{caseStatus[status]}</i>
}

/** When it is due, coloured as it presses; for what has ended, when that was. */
export function CaseDue({ shown }: { readonly shown: CaseView }) {
  const texts = useTexts()
  const locale = useLocale()
  if (!isOpen(shown)) {
    return <span className="case-due">{texts.cases.endedAt(formatMoment(shown.updatedAt, locale))}</span>
  }
  return <Pressing dueAt={shown.dueAt} />
}

function Pressing({ dueAt }: { readonly dueAt: number }) {
  const texts = useTexts()
  const locale = useLocale()
  const left = dueAt - useNow()
  const moment = formatMoment(dueAt, locale)
  if (left > NEAR) return <span className="case-due">{texts.cases.due(moment)}</span>

  return (
    <span className={left < 0 ? 'case-due late' : 'case-due near'} title={moment}>
      {left < 0 ? texts.cases.late(formatWait(-left, texts)) : texts.cases.dueIn(formatWait(left, texts))}
    </span>
  )
}
