import { drillFigure } from '../actions/reports/drill-figure.ts'
import { listLostInquiries } from '../actions/reports/list-lost-inquiries.ts'
import { noteExport } from '../actions/reports/note-export.ts'
import { readFigures } from '../actions/reports/read-figures.ts'
import { readFunnel, readIntents, readReasons } from '../actions/reports/read-tables.ts'
import type { Agent } from '../domain/agent.ts'
import { toClock, toLocalTime } from '../domain/calendar.ts'
import { reasonWords } from '../domain/metrics/endings.ts'
import type { FigureUnit } from '../domain/metrics/figure.ts'
import { figuresOf, getFigure } from '../domain/metrics/figures.ts'
import type { FigureValue } from '../domain/metrics/report.ts'
import type { FactCursor } from '../ports/figures.ts'
import { AreaCsvQuery, DrillCsvQuery, FiguresCsvQuery } from '../protocol/reports.ts'
import { labelOf, titleOf, toDrillRow, toLostInquiry } from '../protocol/reports-views.ts'
import { namesOf, toAsked } from './api-figures.ts'
import type { Cell } from './csv.ts'
import { parseInput } from './parse-body.ts'
import type { HttpWorld } from './world.ts'

export type Lang = 'zh' | 'en'
type Words = Readonly<Record<Lang, string>>
/** A table as it becomes a file. */
export interface Table {
  readonly name: string
  readonly lang: Lang
  readonly heads: readonly Words[]
  readonly rows: readonly (readonly Cell[])[]
}

const HEADS = {
  key: { zh: '维度', en: 'Key' },
  label: { zh: '名称', en: 'Name' },
  intent: { zh: '意图', en: 'Intent' },
  asked: { zh: '提问', en: 'Asked' },
  answered: { zh: '答上', en: 'Answered' },
  disliked: { zh: '点踩', en: 'Disliked' },
  before: { zh: '上期提问', en: 'Asked before' },
  reason: { zh: '转人工原因', en: 'Handoff reason' },
  sessions: { zh: '会话数', en: 'Conversations' },
  way: { zh: '接待方式', en: 'Served by' },
  inquiries: { zh: '询单', en: 'Inquiries' },
  ordered: { zh: '下单', en: 'Ordered' },
  paid: { zh: '付款', en: 'Paid' },
  amount: { zh: '成交额', en: 'Sales' },
  conversation: { zh: '会话', en: 'Conversation' },
  at: { zh: '时间', en: 'Time' },
  customer: { zh: '客户', en: 'Customer' },
  agent: { zh: '客服', en: 'Agent' },
  words: { zh: '内容', en: 'Words' },
  value: { zh: '数值', en: 'Amount' },
  product: { zh: '商品', en: 'Product' },
  question: { zh: '最后一问', en: 'Last question' },
  total: { zh: '合计', en: 'Total' },
} as const satisfies Readonly<Record<string, Words>>

const WAY_WORDS: Readonly<Record<string, Words>> = {
  bot: { zh: '小二', en: '小二' },
  assisted: { zh: '小二辅助客服', en: 'People with 小二’s help' },
  human: { zh: '客服', en: 'People' },
}

/** Lines of one file, and how many are read in one go. */
const MOST_ROWS = 10_000
const AT_ONCE = 200

/** What is asked of one table. */
export interface TableAsked {
  readonly world: HttpWorld
  readonly agent: Agent
  readonly query: unknown
}

export async function figuresTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { area, by, lang, ...asked } = parseInput(AreaCsvQuery, query)
  const read = await readFigures(world.deps, agent, { ...toAsked(asked), area, by })
  const shown = figuresOf(area)
  const names = namesOf(world)
  const cells = (figures: readonly FigureValue[]) =>
    shown.map(({ id, unit }) => toCell(unit, figures.find((one) => one.id === id)?.value))
  return {
    name: `${area}-${by}`,
    lang,
    heads: [HEADS.key, HEADS.label, ...shown.map((figure) => figure.name)],
    rows: [
      [HEADS.total[lang], '', ...cells(read.figures)],
      ...read.rows.map(({ key, figures }) => [key, labelOf(by, key, names), ...cells(figures)]),
    ],
  }
}

export async function drillTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { figure, part, by, key, lang, ...asked } = parseInput(DrillCsvQuery, query)
  await noteExport(world.deps, agent, figure)
  const only = by !== undefined && key !== undefined ? { only: { by, key } } : {}
  const rows = await readAll((page) =>
    drillFigure(world.deps, agent, { ...toAsked(asked), figure, part, ...only, ...page }),
  )
  const names = namesOf(world)
  const { unit } = getFigure(figure)
  return {
    name: `${figure}-${part}`,
    lang,
    heads: [HEADS.conversation, HEADS.at, HEADS.customer, HEADS.agent, HEADS.intent, HEADS.words, HEADS.value],
    rows: rows.map((row) => {
      const { conversationId, at, customer, intent, preview, amount, ...view } = toDrillRow(row, names)
      const told = [preview, toCell(unit, amount)]
      return [conversationId, local(world, at), customer.name, view.agent?.name, intent?.title, ...told]
    }),
  }
}

export async function intentsTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { lang, ...asked } = parseInput(FiguresCsvQuery, query)
  const read = await readIntents(world.deps, agent, toAsked(asked))
  const { knowledge } = namesOf(world)
  return {
    name: 'intents',
    lang,
    heads: [HEADS.intent, HEADS.label, HEADS.asked, HEADS.answered, HEADS.disliked, HEADS.before],
    rows: read.map((one) => [
      one.intent,
      titleOf(one.intent, knowledge),
      one.asked,
      one.answered,
      one.disliked,
      one.before,
    ]),
  }
}

export async function reasonsTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { lang, ...asked } = parseInput(FiguresCsvQuery, query)
  const read = await readReasons(world.deps, agent, toAsked(asked))
  const rows = read.map(({ reason, sessions }) => [reasonWords(reason)[lang], sessions])
  return { name: 'reasons', lang, heads: [HEADS.reason, HEADS.sessions], rows }
}

export async function funnelTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { lang, ...asked } = parseInput(FiguresCsvQuery, query)
  const { ways } = await readFunnel(world.deps, agent, toAsked(asked))
  return {
    name: 'funnel',
    lang,
    heads: [HEADS.way, HEADS.inquiries, HEADS.ordered, HEADS.paid, HEADS.amount],
    rows: ways.map(({ way, inquiries, ordered, paid, amount }) => [
      WAY_WORDS[way]?.[lang],
      inquiries,
      ordered,
      paid,
      toCell('money', amount),
    ]),
  }
}

export async function lostTable({ world, agent, query }: TableAsked): Promise<Table> {
  const { lang, ...asked } = parseInput(FiguresCsvQuery, query)
  await noteExport(world.deps, agent, 'lost_inquiries')
  const rows = await readAll((page) => listLostInquiries(world.deps, agent, { ...toAsked(asked), ...page }))
  const names = namesOf(world)
  return {
    name: 'lost',
    lang,
    heads: [HEADS.conversation, HEADS.at, HEADS.customer, HEADS.product, HEADS.question],
    rows: rows.map((row) => {
      const { conversationId, at, customer, product, lastQuestion } = toLostInquiry(row, names)
      return [conversationId, local(world, at), customer.name, product?.name, lastQuestion]
    }),
  }
}

async function readAll<Row>(
  read: (page: { limit: number; after?: FactCursor }) => Promise<{ rows: readonly Row[]; next?: FactCursor }>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: FactCursor | undefined
  do {
    const page = await read({ limit: AT_ONCE, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  } while (after && rows.length < MOST_ROWS)
  return rows
}

/** Times in seconds, money in whole units, shares as they are. */
function toCell(unit: FigureUnit, value: number | undefined): Cell {
  if (value === undefined) return undefined
  if (unit === 'time') return Math.round(value / 100) / 10
  if (unit === 'money') return Math.round(value) / 100
  return unit === 'count' ? value : Math.round(value * 10_000) / 10_000
}

/** A moment by the shop's own clock. */
function local({ deps }: HttpWorld, at: number): string {
  const { date, minutes } = toLocalTime(at, deps.live.current().knowledge.shop.timeZone)
  return `${date} ${toClock(minutes)}`
}
