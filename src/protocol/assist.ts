import { z } from 'zod'
import type { Agent } from '../domain/agent.ts'
import type { AssistReport } from '../domain/assist-report.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import type { Period } from '../domain/report-days.ts'

const Day = z.iso.date()

/** Days of the shop's calendar, both included; a week where an end is missing. */
export const ReportQuery = z.object({ from: Day.optional(), until: Day.optional() })

/** How many suggestions ended how. */
export const SuggestionFiguresView = z.object({
  offered: z.number(),
  shown: z.number(),
  adopted: z.number(),
  edited: z.number(),
  meanEdit: z.number().optional(),
  ignored: z.number(),
  passed: z.number(),
  expired: z.number(),
  sent: z.number(),
  open: z.number(),
  acceptance: z.number().optional(),
})
export type SuggestionFiguresView = z.infer<typeof SuggestionFiguresView>

/** The same with the messages that people were to answer. */
export const MessageFiguresView = SuggestionFiguresView.extend({
  messages: z.number(),
  covered: z.number(),
  coverage: z.number().optional(),
})
export type MessageFiguresView = z.infer<typeof MessageFiguresView>

export const AssistReportView = z.object({
  from: Day,
  until: Day,
  /** Only the reader's own figures. */
  own: z.boolean(),
  total: MessageFiguresView,
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  intents: z.array(z.object({ intent: z.string(), title: z.string(), figures: SuggestionFiguresView })),
  agents: z.array(
    z.object({ agent: z.object({ id: z.string(), name: z.string() }).optional(), figures: MessageFiguresView }),
  ),
  days: z.array(z.object({ day: Day, figures: MessageFiguresView })),
})
export type AssistReportView = z.infer<typeof AssistReportView>

export const REPORT_ROUTES = {
  'GET /api/v1/reports/assist': { query: ReportQuery, reply: AssistReportView },
} as const

export function toAssistReportView(
  { report, ...read }: Period & { readonly own: boolean; readonly report: AssistReport },
  { intents, shop }: KnowledgeBase,
  agents: (id: string) => Agent | undefined,
): AssistReportView {
  return {
    ...read,
    total: report.total,
    reasons: report.reasons.map((one) => ({ ...one })),
    intents: report.intents.map(({ intent, ...figures }) => ({
      intent,
      title: textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language),
      figures,
    })),
    agents: report.agents.map(({ agentId, ...figures }) => ({
      ...(agentId !== undefined && { agent: { id: agentId, name: agents(agentId)?.name ?? agentId } }),
      figures,
    })),
    days: report.days.map(({ day, ...figures }) => ({ day, figures })),
  }
}
