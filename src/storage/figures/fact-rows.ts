import { type Fact, type FactKind, type FactPlace, MEASURES } from '../../domain/metrics/fact.ts'
import type { FactRow } from '../schema/rows-figures.ts'

/** All tables of facts are alike but for their measures. */
export function tableOf(kind: FactKind): 'fact_sessions' {
  return `fact_${kind}` as 'fact_sessions'
}

/** Where the domain and the tables have different words. */
const COLUMNS: Readonly<Record<string, string>> = { agent: 'agent_id', group: 'group_id' }

export function columnOf(key: string): string {
  return COLUMNS[key] ?? key
}

export function toFactRow(kind: FactKind, fact: Fact): FactRow {
  const measures: readonly string[] = MEASURES[kind]
  const values: Readonly<Record<string, unknown>> = { ...fact }
  return {
    ...Object.fromEntries(measures.map((name) => [name, (values[name] ?? null) as FactRow[string]])),
    conversation_id: fact.conversationId,
    seq: fact.seq,
    at: fact.at,
    customer_id: fact.customerId,
    day: fact.day,
    hour: fact.hour,
    weekday: fact.weekday,
    agent_id: fact.agentId,
    group_id: fact.groupId,
    intent: fact.intent,
    channel: fact.channel,
    tier: fact.tier,
  }
}

export function toFact<Kind extends FactKind>(kind: Kind, row: FactRow): Fact<Kind> {
  const measures: readonly string[] = MEASURES[kind]
  const place: FactPlace = {
    conversationId: row.conversation_id,
    seq: row.seq,
    at: row.at,
    customerId: row.customer_id,
    day: row.day,
    hour: row.hour,
    weekday: row.weekday,
    agentId: row.agent_id,
    groupId: row.group_id,
    intent: row.intent,
    channel: row.channel,
    tier: row.tier,
  }
  const known = measures.flatMap((name) => {
    const value = row[name]
    return value === null || value === undefined ? [] : [[name, value] as const]
  })
  return { ...place, ...Object.fromEntries(known) } as Fact<Kind>
}
