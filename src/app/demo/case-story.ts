import type { CaseActor, CaseDetail, CaseStatus, CaseType } from '../../domain/case.ts'
import type { OrderItem } from '../../domain/commerce.ts'
import type { CaseChangeDraft } from '../../ports/commerce.ts'
import type { Numbered } from './number-orders.ts'
import type { Person } from './people.ts'
import { HOUR } from './shop-time.ts'

/** A case with all that has become of it; whose it is in the database is known later. */
export interface CaseStory {
  readonly person: Person
  readonly key: string
  readonly type: CaseType
  readonly title: string
  readonly orderNumber: string
  readonly sku?: string
  readonly details: readonly CaseDetail[]
  readonly at: number
  readonly dueAt: number
  readonly changes: readonly CaseChangeDraft[]
}

const BOT: CaseActor = { kind: 'bot' }
/** Who worked in the shop before anybody was invited to this desk. */
export const DEMO_AGENT = { kind: 'agent', id: 'demo-xiaoman', name: '小满' } as const satisfies CaseActor

/** When, to which status, by whom, and what the shopper is told. */
export type Turn = readonly [at: number, status: CaseStatus, by: 'bot' | 'agent', note: string]

/** What whoever may send something back is told. */
export const RETURN_APPROVED = '退货申请已通过，请在 7 天内寄回商品，保持吊牌和包装完好'

export function tellCase(
  story: Omit<CaseStory, 'key' | 'dueAt' | 'changes'>,
  turns: readonly Turn[],
  now: number,
): CaseStory {
  return {
    ...story,
    at: Math.floor(story.at),
    key: `demo ${story.type} ${story.orderNumber}`,
    dueAt: Math.floor(story.at + 48 * HOUR),
    changes: turns
      .filter(([at]) => at <= now)
      .map(([at, status, by, note]) => ({ at: Math.floor(at), status, by: by === 'bot' ? BOT : DEMO_AGENT, note })),
  }
}

/** The case of goods that somebody wants to give back. */
export function tellReturn(
  { order, items, reason, at }: { order: Numbered; items: readonly OrderItem[]; reason: string; at: number },
  turns: readonly Turn[],
  now: number,
): CaseStory {
  return tellCase(
    {
      person: order.person,
      type: 'return',
      title: `退货退款 · ${items.map(({ title }) => title).join('、')}`,
      orderNumber: order.number,
      ...(items[0] && { sku: items[0].sku }),
      details: [
        { label: '退货商品', text: items.map(({ title, quantity }) => `${title} ×${quantity}`).join('、') },
        { label: '原因', text: reason },
      ],
      at,
    },
    turns,
    now,
  )
}
