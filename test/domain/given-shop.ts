import type { Order } from '../../src/domain/commerce.ts'
import type { Choice } from '../../src/domain/dialogue/choice.ts'
import { EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import type { Heard } from '../../src/domain/dialogue/heard.ts'
import type { Entity } from '../../src/domain/entities.ts'
import type { Speech } from '../../src/domain/facts/say.ts'
import type { FlowSlot } from '../../src/domain/flow/flow.ts'
import type { SlotWorld } from '../../src/domain/flow/slot-world.ts'
import { weighed } from './given.ts'

/** 23 November 2026, 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 23, 2)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function speech(changes: Partial<Speech> = {}): Speech {
  return { locale: 'zh', language: 'zh', timeZone: 'Asia/Shanghai', currency: 'CNY', now: NOW, ...changes }
}

/** Three days ago, delivered yesterday: one dress for 269. */
export function order(number: string, changes: Partial<Order> = {}): Order {
  return {
    number,
    customerId: 'lin',
    status: 'delivered',
    currency: 'CNY',
    total: 26900,
    items: [{ productId: 'dress', sku: 'dress-b-s', title: '亚麻裙 雾蓝 S', quantity: 1, unitPrice: 26900 }],
    placedAt: NOW - 3 * DAY,
    history: [],
    parcels: [],
    refunds: [],
    ...changes,
  }
}

interface Said {
  readonly entities?: readonly Entity[]
  readonly intents?: Readonly<Record<string, number>>
  readonly choice?: Choice
  readonly pictures?: readonly string[]
}

/** A message in a flow. */
export function says(text: string, { entities = [], intents = {}, choice, pictures = [] }: Said = {}): Heard {
  return {
    text,
    ...(choice && { choice }),
    pictures,
    understood: {
      language: 'zh',
      candidates: weighed(intents),
      outOfScope: 0,
      questions: [],
      entities,
      mood: 'calm',
      wantsPerson: false,
      threatensLaw: false,
    },
    tier: 'regular',
    context: EMPTY_CONTEXT,
  }
}

export function slotWorld(changes: Partial<SlotWorld> = {}): SlotWorld {
  return {
    orders: [],
    among: [],
    named: [],
    products: new Map(),
    locale: 'zh',
    language: 'zh',
    orderText: ({ number }) => `单 ${number}`,
    ...changes,
  }
}

export function slot(name: string, kind: FlowSlot['kind'], changes: Partial<FlowSlot> = {}): FlowSlot {
  return { name, kind, label: name, ask: `${name}？`, optional: false, options: [], orders: [], ...changes }
}
