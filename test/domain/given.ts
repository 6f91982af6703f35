import type { Calendar } from '../../src/domain/calendar.ts'
import type { Condition } from '../../src/domain/conditions.ts'
import type { Asked, BotPolicy } from '../../src/domain/decide-reply.ts'
import { EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import type { Candidate } from '../../src/domain/explanation.ts'
import type { Autonomy, Product } from '../../src/domain/knowledge.ts'

/** `weighed({ shipping_time: 0.8 })`: candidates with these confidences, best first as given. */
export function weighed(confidences: Readonly<Record<string, number>>): readonly Candidate[] {
  return Object.entries(confidences).map(([intent, confidence]) => ({ intent, confidence, evidence: [] }))
}

export function policy(
  changes: Partial<BotPolicy> & { autonomies?: Readonly<Record<string, Autonomy>> } = {},
): BotPolicy {
  const { autonomies = {}, ...rest } = changes
  return {
    thresholds: { answer: 0.55, clarify: 0.2, risky: 0.7, riskyIntents: ['refund_apply'] },
    handoff: { afterMisses: 2, sensitive: ['律师', 'Lawsuit'], tiersFirst: ['vip'], vanishSeconds: 30 },
    autonomyOf: (intent) => autonomies[intent] ?? 'auto',
    ...rest,
  }
}

/** What a calm regular customer says, and which intents were weighed. */
export function heard(confidences: Readonly<Record<string, number>>, changes: Partial<Asked> = {}): Asked {
  return {
    text: '在吗',
    understood: {
      language: 'zh',
      candidates: weighed(confidences),
      outOfScope: 0,
      questions: [],
      entities: [],
      mood: 'calm',
      wantsPerson: false,
      threatensLaw: false,
    },
    tier: 'regular',
    context: EMPTY_CONTEXT,
    ...changes,
  }
}

export function angrily(said: Asked): Asked {
  return { ...said, understood: { ...said.understood, mood: 'angry' } }
}

const hours = (text: string) => {
  const [from = 0, until = 0] = text.split('-').map((clock) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    return hour * 60 + minute
  })
  return { from, until }
}

/** Open on weekdays at these hours, closed at the weekend. */
export function weekdaysOpen(spans: readonly string[], changes: Partial<Calendar> = {}): Calendar {
  const open = spans.map(hours)
  return {
    timeZone: 'Asia/Shanghai',
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] },
    days: [],
    ...changes,
  }
}

export { hours as span }

export function condition(parts: Partial<Condition>): Condition {
  return { comparisons: [], all: [], any: [], none: [], ...parts }
}

export function product(id: string, changes: Partial<Product> = {}): Product {
  return {
    id,
    name: id,
    aliases: [],
    category: '女装',
    price: 26900,
    summary: '好看',
    attributes: {},
    variants: [{ sku: `${id}-1`, stock: 3 }],
    tags: [],
    hygiene: false,
    answers: {},
    goesWith: [],
    ...changes,
  }
}
