import { type Case, isEnded } from '../case.ts'
import type { Facts } from '../conditions.ts'
import { statusText, typeText } from '../present-case.ts'
import { dayText, momentText, type Speech } from './say.ts'

/** The shopper's newest case that goes on, else the newest; `cases` newest first. */
export function caseFacts(cases: readonly Case[], speech: Speech): Facts {
  const open = cases.filter((one) => !isEnded(one))
  const newest = open[0] ?? cases[0]
  if (!newest) return { 'case.count': 0, 'case.open_count': 0 }

  const note = newest.history.findLast((change) => change.note !== '')?.note
  return {
    'case.count': cases.length,
    'case.open_count': open.length,
    'case.number': newest.number,
    'case.title': newest.title,
    'case.type': newest.type,
    'case.type_text': typeText(newest.type, speech.locale),
    'case.status': newest.status,
    'case.status_text': statusText(newest.status, speech.locale),
    'case.ended': isEnded(newest),
    'case.opened_on': dayText(newest.createdAt, speech),
    'case.due': momentText(newest.dueAt, speech),
    'case.overdue': !isEnded(newest) && newest.dueAt < speech.now,
    ...(note !== undefined && { 'case.note': note }),
  }
}
