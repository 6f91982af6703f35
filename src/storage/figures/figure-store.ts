import { type RawBuilder, sql } from 'kysely'
import type { Counted } from '../../domain/metrics/figure.ts'
import type { FactFilter, FactQuery, FigureStore, Tally, TallyQuery } from '../../ports/figures.ts'
import type { FactRow } from '../schema/rows-figures.ts'
import type { Db } from '../schema.ts'
import { columnOf, tableOf, toFact } from './fact-rows.ts'

export function figureStore(db: Db): FigureStore {
  return {
    tally: (query) => tally(db, query),
    list: (query) => list(db, query),
  }
}

async function tally(db: Db, { of, counted, where, by, now }: TallyQuery): Promise<readonly Tally[]> {
  const keys = by.map((key) => sql.ref(columnOf(key)))
  // Figures share their denominators: each sum is reckoned once.
  const names = [...new Set(counted.map(nameOf))]
  const sums = names.flatMap((name) => counted.find((one) => nameOf(one) === name) ?? [])
  const columns = [
    ...keys.map((key, at) => sql`${key} as ${sql.ref(`k${at}`)}`),
    ...sums.map((one, at) => sql`${sumOf(one, now)} as ${sql.ref(`v${at}`)}`),
  ]
  const grouped = keys.length > 0 ? sql`group by ${sql.join(keys)} order by ${sql.join(keys)}` : sql``
  const { rows } = await sql<Record<string, string | number | null>>`
    select ${sql.join(columns)} from ${sql.table(tableOf(of))} where ${inside(where)} ${grouped}`.execute(db)
  return rows.map((row) => ({
    keys: by.map((_, at) => String(row[`k${at}`] ?? '')),
    values: counted.map((one) => Number(row[`v${names.indexOf(nameOf(one))}`] ?? 0)),
  }))
}

async function list(db: Db, { of, counted, where, only, after, limit, now }: FactQuery) {
  const conditions = [
    inside(where),
    conditionOf(counted, now),
    // A key comes as text, and is a number in the table where it is an hour or a weekday.
    ...(only ? [sql<boolean>`cast(${sql.ref(columnOf(only.by))} as text) = ${only.key}`] : []),
    ...(after
      ? [
          sql<boolean>`day <= ${after.day}`,
          sql<boolean>`(at, conversation_id, seq) < (${after.at}, ${after.conversationId}, ${after.seq})`,
        ]
      : []),
  ]
  const { rows } = await sql<FactRow>`
    select * from ${sql.table(tableOf(of))} where ${sql.join(conditions, sql` and `)}
    order by day desc, at desc, conversation_id desc, seq desc limit ${limit}`.execute(db)
  return rows.map((row) => toFact(of, row))
}

function nameOf({ is, known, past, amount }: Counted): string {
  return JSON.stringify([is, known, past, amount])
}

function sumOf(counted: Counted, now: number): RawBuilder<unknown> {
  const amount = counted.amount === undefined ? sql`1` : sql.ref(counted.amount)
  const [[column, value] = [], ...others] = Object.entries(counted.is ?? {})
  const isBare = !counted.known && !counted.past
  if (isBare && column === undefined) return sql`sum(${amount})`
  // Of what is true or not, the sum is how often it is true: several times as fast as a case.
  const isTruth = isBare && counted.amount === undefined && others.length === 0 && value === 1
  if (isTruth && column !== undefined) return sql`sum(${sql.ref(column)})`
  return sql`sum(case when ${conditionOf(counted, now)} then ${amount} else 0 end)`
}

/** What makes a fact count; always true where nothing is asked of it. */
function conditionOf({ is = {}, known, past }: Counted, now: number): RawBuilder<boolean> {
  const conditions = [
    // Numbers stand in the statement: they come from the definitions, and a bound one would have no type in a `case`.
    ...Object.entries(is).map(([column, value]) => sql<boolean>`${sql.ref(column)} = ${sql.lit(value)}`),
    ...(known === undefined ? [] : [sql<boolean>`${sql.ref(known)} is not null`]),
    ...(past === undefined ? [] : [sql<boolean>`${sql.ref(past)} < ${sql.lit(now)}`]),
  ]
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`1 = 1`
}

function inside({ from, until, agentId, groupId, ...rest }: FactFilter): RawBuilder<boolean> {
  const equal = { agent_id: agentId, group_id: groupId, ...rest }
  const conditions = Object.entries(equal).flatMap(([column, value]) =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(column)} = ${value}`],
  )
  return sql<boolean>`${sql.join([sql`day >= ${from}`, sql`day <= ${until}`, ...conditions], sql` and `)}`
}
