import type { Agent } from '../../domain/agent.ts'
import { wordsOf } from '../../domain/message.ts'
import { getFigure } from '../../domain/metrics/figures.ts'
import type { FactCursor } from '../../ports/figures.ts'
import type { Deps } from '../deps.ts'
import { type Drilled, type DrillRead, listFacts } from './drill-figure.ts'
import { type Asked, toFilter } from './figure-scope.ts'

/** How far back the last question may lie. */
const LOOKED_AT = 50
/** After every message that there can be. */
const NEWEST = 2 ** 31 - 1

export interface LostInquiry extends Drilled {
  /** What the shopper last said. */
  readonly lastQuestion: string
  readonly productId?: string
}

/** Inquiries that came to no order within the settling window, newest first. */
export async function listLostInquiries(
  deps: Deps,
  agent: Agent,
  { after, limit, ...asked }: Asked & { readonly after?: FactCursor; readonly limit: number },
): Promise<Omit<DrillRead, 'rows'> & { readonly rows: readonly LostInquiry[] }> {
  const { of, numerator, area } = getFigure('lost_inquiries')
  const where = toFilter(deps, agent, asked, area)
  const { rows, ...read } = await listFacts(deps, { of, counted: numerator, where, ...(after && { after }), limit })
  const lost: LostInquiry[] = []
  for (const row of rows) {
    const { conversationId } = row.fact
    const said = await deps.storage.messages.listBefore(conversationId, NEWEST, LOOKED_AT)
    const words = said.filter(({ author }) => author.kind === 'customer').map(({ body }) => wordsOf(body))
    const product = 'product' in row.fact ? row.fact.product : undefined
    lost.push({
      ...row,
      lastQuestion: words.findLast((text) => text !== '') ?? '',
      ...(typeof product === 'string' && product !== '' && { productId: product }),
    })
  }
  return { ...read, rows: lost }
}
