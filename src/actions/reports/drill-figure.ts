import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { type Message, wordsOf } from '../../domain/message.ts'
import type { Fact, FactKind } from '../../domain/metrics/fact.ts'
import type { Counted, FigureDimension } from '../../domain/metrics/figure.ts'
import { getFigure } from '../../domain/metrics/figures.ts'
import type { FactCursor, FactFilter } from '../../ports/figures.ts'
import type { Deps } from '../deps.ts'
import { type Asked, tallyAll, toFilter } from './figure-scope.ts'

export interface DrillAsked extends Asked {
  readonly figure: string
  readonly part: 'numerator' | 'denominator'
  readonly only?: { readonly by: FigureDimension; readonly key: string }
  readonly after?: FactCursor
  readonly limit: number
}

/** One of the things that a figure counts. */
export interface Drilled {
  readonly fact: Fact
  readonly customerName: string
  readonly preview: string
  readonly amount?: number
}

export interface DrillRead {
  readonly total: number
  readonly rows: readonly Drilled[]
  readonly next?: FactCursor
}

/** The very facts that a figure's numerator or denominator counts, newest first. Throws `not_found` for a figure that is none. */
export async function drillFigure(
  deps: Deps,
  agent: Agent,
  { figure: id, part, only, after, limit, ...asked }: DrillAsked,
): Promise<DrillRead> {
  const figure = getFigure(id)
  const counted = figure[part]
  if (!counted) throw new AppError('invalid_input', { message: `part: ${id} has no ${part}` })
  return listFacts(deps, {
    of: figure.of,
    counted,
    where: toFilter(deps, agent, asked, figure.area),
    ...(only && { only }),
    ...(after && { after }),
    limit,
  })
}

export interface Listing {
  readonly of: FactKind
  readonly counted: Counted
  readonly where: FactFilter
  readonly only?: { readonly by: FigureDimension; readonly key: string }
  readonly after?: FactCursor
  readonly limit: number
}

export async function listFacts(deps: Deps, listing: Listing): Promise<DrillRead> {
  const { of, counted, where, only, limit } = listing
  const { amount, parts = 1, ...bare } = counted
  const found = await deps.storage.figures.list({ ...listing, limit: limit + 1, now: deps.clock.now() })
  const tallies = await tallyAll(deps, { of, counted: [bare], where, by: only ? [only.by] : [] })
  const facts = found.slice(0, limit)
  const last = found.length > limit ? facts.at(-1) : undefined
  return {
    total: tallies
      .filter(({ keys }) => !only || keys[0] === only.key)
      .reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
    rows: await withWords(deps, of, facts, (fact) => {
      const value = amount === undefined ? undefined : Object.entries(fact).find(([name]) => name === amount)?.[1]
      return typeof value === 'number' ? value / parts : undefined
    }),
    ...(last && { next: { day: last.day, at: last.at, conversationId: last.conversationId, seq: last.seq } }),
  }
}

async function withWords(
  { storage }: Deps,
  of: FactKind,
  facts: readonly Fact[],
  amountOf: (fact: Fact) => number | undefined,
): Promise<readonly Drilled[]> {
  const conversations = await storage.conversations.findAll(facts.map(({ conversationId }) => conversationId))
  const customers = await storage.customers.findAll(facts.map(({ customerId }) => customerId))
  const rows: Drilled[] = []
  for (const fact of facts) {
    // Complaints are counted within a conversation; everything else stands at a message, or for all of them.
    const isAtMessage = of !== 'complaints' && fact.seq > 0
    const message = isAtMessage ? await storage.messages.find(fact.conversationId, fact.seq) : undefined
    const amount = amountOf(fact)
    rows.push({
      fact,
      customerName: customers.get(fact.customerId)?.name ?? '',
      preview: wordsIn(message) || (conversations.get(fact.conversationId)?.preview ?? ''),
      ...(amount !== undefined && { amount }),
    })
  }
  return rows
}

function wordsIn(message: Message | undefined): string {
  return message ? wordsOf(message.body) : ''
}
