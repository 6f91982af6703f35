import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { fromLocalTime } from '../../domain/follow-up-times.ts'
import type { CustomerId, ProductId } from '../../domain/ids.ts'
import type { KnowledgeBase } from '../../domain/knowledge.ts'
import type { Locale } from '../../domain/localized-text.ts'
import type { TriedTurn, TriedWords } from '../../ports/try-out.ts'
import type { Deps } from '../deps.ts'
import { type TriedKnowledge, triedBrain } from './tried-brain.ts'

/** A talk that somebody who writes the knowledge wants to see. */
export interface TalkWish {
  readonly knowledge: TriedKnowledge
  /** Absent: a stranger. */
  readonly customerId?: CustomerId | undefined
  /** On the shop's clock, `2026-11-23T10:00`; absent: now. */
  readonly at?: string | undefined
  readonly locale: Locale
  readonly page?: { readonly url: string; readonly title: string } | undefined
  readonly product?: ProductId | undefined
  readonly said: readonly TriedWords[]
}

export interface TriedTalk {
  readonly turns: readonly TriedTurn[]
  /** What has answered. */
  readonly knowledge: KnowledgeBase
  /** When the talk began. */
  readonly at: number
}

/** Plays a talk with 小二 in a shop of its own. For those who write the knowledge; nothing of it is stored. */
export async function tryTalk(deps: Deps, supervisor: Agent, wish: TalkWish): Promise<TriedTalk> {
  requireRole(supervisor, 'supervisor')
  const { customerId, locale, page, product, said } = wish
  const brain = await triedBrain(deps, wish.knowledge)
  const customer = customerId === undefined ? undefined : await deps.storage.customers.find(customerId)
  if (customerId !== undefined && !customer) throw new AppError('customer_not_found')

  const at = wish.at === undefined ? deps.clock.now() : toMoment(wish.at, brain.knowledge.shop.timeZone)
  const turns = await deps.tryOut.talk({
    brain,
    ...(customer && { customer }),
    at,
    locale,
    ...(page && { page }),
    ...(product !== undefined && { product }),
    said,
  })
  return { turns, knowledge: brain.knowledge, at }
}

function toMoment(local: string, timeZone: string): number {
  const [date = '', clock = ''] = local.split('T')
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return fromLocalTime(date, hours * 60 + minutes, timeZone)
}
