import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Gauges, Metrics, MetricsReader } from '../ports/metrics.ts'
import { percentile } from './percentile.ts'

/** From a tenth of a millisecond, as an understanding takes, to the seconds of a disk that is dying. */
const SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const BATCH_SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
/** Waits are counted in people's time. */
const WAITS = [5, 15, 30, 60, 120, 300, 600, 1800, 3600]
const OUTCOMES = ['stored', 'duplicate', 'conflict', 'refused', 'blocked', 'missing', 'error'] as const
const P95 = 0.95
const LONGEST_MILLISECONDS = 10_000

/** Counts and times in this process. `watch` is told once what else there is to look at when somebody asks. */
export function createMetrics(): Metrics & MetricsReader & { watch(gauges: Gauges): void } {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `xiaoer_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labelNames: readonly L[] = [],
  ) => new Histogram({ name: `xiaoer_${name}`, help, buckets: [...buckets], labelNames, registers })

  const messages = counter('messages_total', 'Messages by what became of them in the store.', ['outcome'])
  const batches = histogram('commit_messages', 'Messages that shared one durable commit.', BATCH_SIZES)
  const commits = histogram('commit_seconds', 'Time of one durable commit.', SECONDS)
  const acks = histogram('acknowledge_seconds', 'From message:send to its acknowledgement.', SECONDS, ['namespace'])
  const refusals = counter('refusals_total', 'Socket events refused, by code; too_many is a flood.', [
    'namespace',
    'code',
  ])
  const understandings = histogram('understanding_seconds', 'Time to understand one message.', SECONDS)
  const replies = counter('replies_total', 'Replies of the bot by what they were.', ['outcome', 'reason'])
  const waits = histogram('queue_wait_seconds', 'From entering the queue to being taken.', WAITS)
  const catchUps = counter('catch_ups_total', 'Times that a client asked for what it had not heard.', [])
  const caughtUp = counter('caught_up_messages_total', 'Messages told on such a question.', [])
  const gaps = counter('gaps_total', 'Catch-ups that brought what an open connection should have told.', [])
  const jobs = counter('jobs_total', 'Jobs of the clock by kind and result.', ['kind', 'result'])
  const backups = counter('backups_total', 'Backups made by the server, by result.', ['result'])
  let gauges: Gauges | undefined
  // Labels are looked up once: what stands in a message's path is an addition.
  const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, messages.labels(outcome)]))
  const byRule = new Map<string, ReturnType<typeof replies.labels>>()
  const replyOf = (rule: string) => {
    const kept = byRule.get(rule) ?? replies.labels(...outcomeOf(rule))
    byRule.set(rule, kept)
    return kept
  }
  const acknowledged = { widget: acks.labels('widget'), console: acks.labels('console') }

  return {
    committed: (results, milliseconds) => {
      batches.observe(results.length)
      commits.observe(milliseconds / 1000)
      for (const { kind } of results) byOutcome[kind]?.inc()
    },
    acknowledged: (kind, milliseconds) => acknowledged[kind].observe(milliseconds / 1000),
    refused: (kind, code) => refusals.labels(kind, code).inc(),
    understood: (milliseconds) => understandings.observe(milliseconds / 1000),
    replied: (rule) => replyOf(rule).inc(),
    waited: (milliseconds) => waits.observe(milliseconds / 1000),
    caughtUp: (count, missed) => {
      catchUps.inc()
      caughtUp.inc(count)
      if (missed) gaps.inc()
    },
    jobEnded: (kind, succeeded) => jobs.labels(kind, resultOf(succeeded)).inc(),
    backedUp: (succeeded) => backups.labels(resultOf(succeeded)).inc(),
    watch: (given) => {
      gauges = given
      watchGauges(registry, given)
    },
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    summary: async () => {
      const within = async (one: Histogram<string>) => {
        const seconds = percentile((await one.get()).values, P95)
        // Beyond the last bound nobody knows how long it was.
        return seconds === undefined ? undefined : Math.min(seconds * 1000, LONGEST_MILLISECONDS)
      }
      return {
        messages: sumBy((await messages.get()).values, 'outcome'),
        replies: sumBy((await replies.get()).values, 'outcome'),
        acknowledgedWithin: await within(acks),
        understoodWithin: await within(understandings),
        committedWithin: await within(commits),
        waiting: (await gauges?.waiting()) ?? 0,
        assigned: (await gauges?.assigned()) ?? 0,
        sockets: gauges?.sockets() ?? { widget: 0, console: 0 },
        floods: sumBy((await refusals.get()).values, 'code')['too_many'] ?? 0,
        jobsFailed: sumBy((await jobs.get()).values, 'result')['failed'] ?? 0,
        lastBackupAt: await gauges?.lastBackup(),
      }
    },
  }
}

const resultOf = (succeeded: boolean) => (succeeded ? 'done' : 'failed')

/** `handoff:asked` → handoff, asked. A task's steps are many and its owner's: only that it was a task is told. */
function outcomeOf(rule: string): readonly [outcome: string, reason: string] {
  const [first = ''] = rule.split('+')
  const [outcome = '', reason = ''] = first.split(':')
  return [outcome, outcome === 'handoff' || outcome === 'ask' ? reason : '']
}

type Value = { readonly value: number; readonly labels: Readonly<Record<string, string | number | undefined>> }

function sumBy(values: readonly Value[], label: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { value, labels } of values) {
    const name = String(labels[label] ?? '')
    sums[name] = (sums[name] ?? 0) + value
  }
  return sums
}

/** What is looked at only when somebody asks. */
function watchGauges(registry: Registry, gauges: Gauges): void {
  const gauge = (name: string, help: string, read: () => Promise<number | undefined> | number | undefined) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect: async function collect() {
        // A database that does not answer must not hide everything else that is known.
        const value = await Promise.resolve(read()).catch(() => undefined)
        // Nothing is told as nothing: zero would be a time, or a count.
        if (value === undefined) this.remove()
        else this.set(value)
      },
    })
  gauge('xiaoer_conversations_waiting', 'Conversations that wait for people.', gauges.waiting)
  gauge('xiaoer_conversations_assigned', 'Conversations that agents hold.', gauges.assigned)
  gauge(
    'xiaoer_event_loop_lag_p99_seconds',
    'Lag of the event loop, 99th percentile.',
    () => gauges.loopLag().p99 / 1000,
  )
  gauge('xiaoer_event_loop_lag_max_seconds', 'Lag of the event loop, longest.', () => gauges.loopLag().max / 1000)
  gauge(
    'xiaoer_knowledge_problems',
    'Mistakes that keep newer knowledge from serving.',
    () => gauges.knowledge().problems,
  )
  const toSeconds = (at: number | undefined) => (at === undefined ? undefined : at / 1000)
  gauge('xiaoer_clock_last_tick_timestamp_seconds', 'When the clock last ran.', () => toSeconds(gauges.lastTick()))
  gauge('xiaoer_backup_newest_timestamp_seconds', 'When the newest backup was begun.', async () =>
    toSeconds(await gauges.lastBackup()),
  )
  gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed)
  gauge('process_start_time_seconds', 'When the process started.', () => performance.timeOrigin / 1000)
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time of the process.',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  new Gauge({
    name: 'xiaoer_sockets',
    help: 'Open sockets.',
    labelNames: ['namespace'],
    registers: [registry],
    collect() {
      for (const [kind, count] of Object.entries(gauges.sockets())) this.set({ namespace: kind }, count)
    },
  })
  new Gauge({
    name: 'xiaoer_knowledge_info',
    help: 'The version of the knowledge that serves.',
    labelNames: ['version'],
    registers: [registry],
    collect() {
      this.reset()
      this.set({ version: gauges.knowledge().version }, 1)
    },
  })
}
