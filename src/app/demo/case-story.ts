import type { CaseActor, CaseDetail, CaseStatus, CaseType } from '../../domain/case.ts'
import type { CaseChangeDraft } from '../../ports/commerce.ts'
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
const AGENT: CaseActor = { kind: 'agent', id: 'demo-xiaoman', name: '小满' }

/** When, to which status, by whom, and what the shopper is told. */
export type Turn = readonly [at: number, status: CaseStatus, by: 'bot' | 'agent', note: string]

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
      .map(([at, status, by, note]) => ({ at: Math.floor(at), status, by: by === 'bot' ? BOT : AGENT, note })),
  }
}
