import type { Agent } from '../../domain/agent.ts'
import { type AssistReport, type DayTally, toAssistReport } from '../../domain/assist-report.ts'
import { daysOf, type Period, toPeriod } from '../../domain/report-days.ts'
import type { Deps } from '../deps.ts'

/** How much 小二 has helped people, day by day. Agents see their own figures, supervisors and owners everybody's. */
export async function readAssistReport(
  deps: Deps,
  agent: Agent,
  asked: Partial<Period>,
): Promise<Period & { readonly own: boolean; readonly report: AssistReport }> {
  const { timeZone } = deps.live.current().knowledge.shop
  const period = toPeriod(asked, deps.clock.now(), timeZone)
  const tallies: DayTally[] = []
  for (const { day, from, until } of daysOf(period, timeZone)) {
    tallies.push({
      day,
      suggestions: await deps.storage.assist.tallySuggestions(from, until),
      messages: await deps.storage.assist.tallyMessages(from, until),
    })
  }
  const own = agent.role === 'agent'
  return { ...period, own, report: toAssistReport(tallies, own ? agent.id : undefined) }
}
