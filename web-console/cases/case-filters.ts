import type { CaseView } from '../../src/protocol/cases.ts'
import { isOpen } from './case-path.ts'

/** All that somebody must still see to: what the list shows at first. */
export const UNENDED = 'unended'

/** What is shown of the cases, in the words of the address; empty: whatever it is. */
export interface CaseFilters {
  /** `unended`, `all`, or a status; the board shows every status. */
  readonly state: string
  readonly type: string
  /** `me`, `none`, or an agent's id. */
  readonly agent: string
  readonly overdue: boolean
  /** A customer's id. */
  readonly customer: string
  readonly text: string
}

const NAMES = ['type', 'agent', 'customer'] as const

export function readFilters(params: URLSearchParams): CaseFilters {
  const [type = '', agent = '', customer = ''] = NAMES.map((name) => params.get(name) ?? '')
  return {
    state: params.get('state') ?? UNENDED,
    type,
    agent,
    customer,
    overdue: params.get('overdue') === 'true',
    text: params.get('q') ?? '',
  }
}

/** As they stand in the address: what is as usual is left out. */
export function writeFilters(filters: CaseFilters): Record<string, string> {
  const { state, overdue, text } = filters
  return {
    ...(state !== UNENDED && { state }),
    ...Object.fromEntries(NAMES.filter((name) => filters[name]).map((name) => [name, filters[name]])),
    ...(overdue && { overdue: 'true' }),
    ...(text && { q: text }),
  }
}

export function isUsual(filters: CaseFilters): boolean {
  return Object.keys(writeFilters(filters)).length === 0
}

/** Who asks is `me`. */
export function listPath(filters: CaseFilters, me: string): string {
  const query = selection(filters, me)
  if (filters.state === UNENDED) query.set('open', 'true')
  else if (filters.state !== 'all') query.set('status', filters.state)
  return withQuery('/api/v1/cases', query)
}

export function boardPath(filters: CaseFilters, me: string): string {
  return withQuery('/api/v1/cases/board', selection(filters, me))
}

function selection({ type, agent, overdue, customer, text }: CaseFilters, me: string): URLSearchParams {
  return new URLSearchParams({
    ...(type && { type }),
    ...(agent && { agent: agent === 'me' ? me : agent }),
    ...(overdue && { overdue: 'true' }),
    ...(customer && { customer }),
    ...(text && { q: text }),
  })
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path
}

/** Whether a case that was heard of belongs into what is shown. */
export function belongs(one: CaseView, filters: CaseFilters, { me, now }: { me: string; now: number }): boolean {
  const { state, type, agent, overdue, customer, text } = filters
  const open = isOpen(one)
  if (state === UNENDED ? !open : state !== 'all' && state !== one.status) return false
  if (type && type !== one.type) return false
  if (agent && (agent === 'me' ? me : agent) !== (one.agent?.id ?? 'none')) return false
  if (overdue && (!open || one.dueAt >= now)) return false
  if (customer && customer !== one.customer.id) return false

  const words = [one.number, one.title, one.orderNumber ?? '', one.customer.name].join('\n').toLowerCase()
  return words.includes(text.trim().toLowerCase())
}
