import { z } from 'zod'

/** The figures of the shop: each is a numerator over a denominator of things that can be listed, and drills down to them. */

export const InBoth = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()

export const REPORT_AREAS = ['bot', 'desk', 'quality', 'sales'] as const
export type ReportArea = (typeof REPORT_AREAS)[number]
/** Along what figures are broken down; the first is the shop's clock, in days. */
export const REPORT_DIMENSIONS = ['day', 'hour', 'weekday', 'agent', 'group', 'intent', 'channel', 'tier'] as const
export type ReportDimension = (typeof REPORT_DIMENSIONS)[number]

/** How a value is shown: `share` 0 to 1, `time` in milliseconds, `money` in minor units, `ratio` as it is. */
export const FIGURE_UNITS = ['count', 'share', 'time', 'money', 'ratio', 'score'] as const

/** What a figure means; the same words stand in docs/metrics.md. */
export const FigureDefinition = z.object({
  id: z.string(),
  area: z.enum(REPORT_AREAS),
  unit: z.enum(FIGURE_UNITS),
  /** Whether more is better; absent where it is neither. */
  good: z.enum(['more', 'less']).optional(),
  name: InBoth,
  formula: InBoth,
  numerator: InBoth,
  denominator: InBoth.optional(),
  /** The dimensions along which it can be broken down. */
  by: z.array(z.enum(REPORT_DIMENSIONS)),
})
export type FigureDefinition = z.infer<typeof FigureDefinition>

export const FigureView = z.object({
  id: z.string(),
  /** Absent where the denominator is nothing. */
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
})
export type FigureView = z.infer<typeof FigureView>

/** What is counted: absent filters take everything. */
export const FiguresQuery = z.object({
  from: Day.optional(),
  until: Day.optional(),
  agent: z.string().max(100).optional(),
  group: z.string().max(100).optional(),
  intent: z.string().max(100).optional(),
  channel: z.string().max(100).optional(),
  tier: z.string().max(100).optional(),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>
export const AreaQuery = FiguresQuery.extend({
  area: z.enum(REPORT_AREAS),
  by: z.enum(REPORT_DIMENSIONS).default('day'),
})

const Counted = {
  /** Up to which moment what has happened is counted. */
  countedUntil: z.number(),
  /** Conversations that are still to be counted; 0 mostly. */
  behind: z.number(),
}

export const ReportRow = z.object({
  key: z.string(),
  label: z.string(),
  figures: z.array(FigureView),
})
export const AreaReport = z.object({
  from: Day,
  until: Day,
  /** The days before, as many. */
  before: z.object({ from: Day, until: Day }),
  figures: z.array(FigureView.extend({ before: FigureView.optional() })),
  by: z.enum(REPORT_DIMENSIONS),
  rows: z.array(ReportRow),
  ...Counted,
})
export type AreaReport = z.infer<typeof AreaReport>

export const DrillQuery = FiguresQuery.extend({
  figure: z.string().max(60),
  part: z.enum(['numerator', 'denominator']).default('numerator'),
  by: z.enum(REPORT_DIMENSIONS).optional(),
  key: z.string().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
/** One of the things that a figure counts: a conversation, or one question or answer in it. */
export const DrillRow = z.object({
  conversationId: z.string(),
  /** Where to look in it; absent for all of it. */
  seq: z.number().optional(),
  at: z.number(),
  customer: z.object({ id: z.string(), name: z.string() }),
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  intent: z.object({ id: z.string(), title: z.string() }).optional(),
  /** The words that it is about. */
  preview: z.string(),
  /** What it adds to the numerator, where that is no count. */
  amount: z.number().optional(),
})
export type DrillRow = z.infer<typeof DrillRow>
export const DrillList = z.object({ total: z.number(), rows: z.array(DrillRow), next: z.string().optional() })
export type DrillList = z.infer<typeof DrillList>

export const IntentRanking = z.object({
  intents: z.array(
    z.object({
      intent: z.string(),
      title: z.string(),
      asked: z.number(),
      answered: z.number(),
      disliked: z.number(),
      before: z.number(),
    }),
  ),
})
export type IntentRanking = z.infer<typeof IntentRanking>

/** How busy it is by weekday (0 is Monday) and hour of the shop's clock. */
export const HeatMap = z.object({
  cells: z.array(z.object({ weekday: z.number(), hour: z.number(), sessions: z.number(), queued: z.number() })),
})
export type HeatMap = z.infer<typeof HeatMap>

/** How conversations end: from the first hand, over why they changed hands, to the end. */
export const Endings = z.object({
  nodes: z.array(z.object({ id: z.string(), label: InBoth })),
  links: z.array(z.object({ from: z.string(), to: z.string(), sessions: z.number() })),
})
export type Endings = z.infer<typeof Endings>

export const Reasons = z.object({
  reasons: z.array(z.object({ reason: z.string(), label: InBoth, sessions: z.number() })),
})
export type Reasons = z.infer<typeof Reasons>

export const SALES_WAYS = ['bot', 'assisted', 'human'] as const
/** 询单 → 下单 → 付款, by who served. Only inquiries whose settling window has passed count as lost. */
export const Funnel = z.object({
  windowHours: z.number(),
  ways: z.array(
    z.object({
      way: z.enum(SALES_WAYS),
      inquiries: z.number(),
      ordered: z.number(),
      paid: z.number(),
      amount: z.number(),
    }),
  ),
  currency: z.string(),
})
export type Funnel = z.infer<typeof Funnel>
export const LostQuery = FiguresQuery.extend({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const LostInquiries = z.object({
  total: z.number(),
  rows: z.array(
    DrillRow.extend({ lastQuestion: z.string(), product: z.object({ id: z.string(), name: z.string() }).optional() }),
  ),
  next: z.string().optional(),
})
export type LostInquiries = z.infer<typeof LostInquiries>

/** The owner's first glance. */
export const TODAY_TASKS = [
  'not_understood',
  'disliked',
  'bad_ratings',
  'expiring',
  'broken_knowledge',
  'failing_tests',
  'open_todos',
  'overdue_cases',
  'left_messages',
] as const
export const TodayView = z.object({
  day: Day,
  figures: z.array(FigureView.extend({ before: FigureView.optional() })),
  /** The hours of today and of yesterday. */
  hours: z.array(z.object({ hour: z.number(), today: z.number(), yesterday: z.number() })),
  tasks: z.array(z.object({ task: z.enum(TODAY_TASKS), count: z.number() })),
  ...Counted,
})
export type TodayView = z.infer<typeof TodayView>

/** For the screen on the wall: this very moment. */
export const WallView = z.object({
  at: z.number(),
  waiting: z.number(),
  /** Milliseconds. */
  longestWait: z.number(),
  withBot: z.number(),
  withPeople: z.number(),
  agents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      presence: z.string(),
      holds: z.number(),
      limit: z.number(),
      servedToday: z.number(),
    }),
  ),
  today: z.array(FigureView),
})
export type WallView = z.infer<typeof WallView>

/** How often intents are asked for, and how it goes. */
export const IntentHeat = z.object({
  intents: z.array(
    z.object({
      intent: z.string(),
      yesterday: z.number(),
      week: z.number(),
      /** Of the week's questions, 0 to 1. */
      answered: z.number().optional(),
      disliked: z.number().optional(),
    }),
  ),
})
export type IntentHeat = z.infer<typeof IntentHeat>

const Lang = { lang: z.enum(['zh', 'en']).default('zh') }
export const AreaCsvQuery = AreaQuery.extend(Lang)
export const FiguresCsvQuery = FiguresQuery.extend(Lang)
export const DrillCsvQuery = DrillQuery.omit({ after: true, limit: true }).extend(Lang)

/** Tables also as CSV: the same address with `.csv` after its path, and `lang` for its heads. */
export const FIGURE_ROUTES = {
  'GET /api/v1/reports/definitions': { reply: z.object({ figures: z.array(FigureDefinition) }) },
  'GET /api/v1/reports/figures': { query: AreaQuery, reply: AreaReport },
  'GET /api/v1/reports/drill': { query: DrillQuery, reply: DrillList },
  'GET /api/v1/reports/figures.csv': { query: AreaCsvQuery },
  'GET /api/v1/reports/drill.csv': { query: DrillCsvQuery },
  'GET /api/v1/reports/intents.csv': { query: FiguresCsvQuery },
  'GET /api/v1/reports/reasons.csv': { query: FiguresCsvQuery },
  'GET /api/v1/reports/funnel.csv': { query: FiguresCsvQuery },
  'GET /api/v1/reports/lost.csv': { query: FiguresCsvQuery },
  'GET /api/v1/reports/intents': { query: FiguresQuery, reply: IntentRanking },
  'GET /api/v1/reports/heat': { query: FiguresQuery, reply: HeatMap },
  'GET /api/v1/reports/endings': { query: FiguresQuery, reply: Endings },
  'GET /api/v1/reports/reasons': { query: FiguresQuery, reply: Reasons },
  'GET /api/v1/reports/funnel': { query: FiguresQuery, reply: Funnel },
  'GET /api/v1/reports/lost': { query: LostQuery, reply: LostInquiries },
  'GET /api/v1/reports/today': { reply: TodayView },
  'GET /api/v1/reports/wall': { reply: WallView },
  'GET /api/v1/knowledge/heat': { reply: IntentHeat },
} as const
