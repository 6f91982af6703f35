import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../src/metrics/create-metrics.ts'
import { percentile } from '../../src/metrics/percentile.ts'

/** The value of one line of Prometheus' text; undefined where there is none. */
async function read(metrics: ReturnType<typeof createMetrics>, line: string): Promise<number | undefined> {
  const { text } = await metrics.render()
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length + 1))
}

describe('metrics', () => {
  it('count what became of each message of a commit', async () => {
    const metrics = createMetrics()

    metrics.committed([{ kind: 'conflict' }, { kind: 'missing' }, { kind: 'conflict' }], 4)
    metrics.committed([{ kind: 'error', cause: new Error('disk full') }], 40)

    expect(await read(metrics, 'xiaoer_messages_total{outcome="conflict"}')).toBe(2)
    expect(await read(metrics, 'xiaoer_messages_total{outcome="error"}')).toBe(1)
    expect(await read(metrics, 'xiaoer_commit_messages_sum')).toBe(4)
    expect(await read(metrics, 'xiaoer_commit_seconds_bucket{le="0.005"}')).toBe(1)
    expect(await read(metrics, 'xiaoer_commit_seconds_count')).toBe(2)
  })

  it('name a reply by what it is, a handoff with its reason, and a task by no step of it', async () => {
    const metrics = createMetrics()

    for (const rule of ['answer', 'answer+handoff:asked', 'handoff:anger', 'flow:return:ask:order', 'ask:proof'])
      metrics.replied(rule)

    expect((await metrics.summary()).replies).toEqual({ answer: 2, handoff: 1, flow: 1, ask: 1 })
    expect(await read(metrics, 'xiaoer_replies_total{outcome="handoff",reason="anger"}')).toBe(1)
    expect(await read(metrics, 'xiaoer_replies_total{outcome="flow",reason=""}')).toBe(1)
  })

  it('tell gaps apart from what a client had slept through', async () => {
    const metrics = createMetrics()

    metrics.caughtUp(7, false)
    metrics.caughtUp(2, true)

    expect(await read(metrics, 'xiaoer_catch_ups_total')).toBe(2)
    expect(await read(metrics, 'xiaoer_caught_up_messages_total')).toBe(9)
    expect(await read(metrics, 'xiaoer_gaps_total')).toBe(1)
  })

  it('look at what changes by itself only when somebody asks', async () => {
    const metrics = createMetrics()
    let waiting = 3
    let version = 'v1'
    metrics.watch({
      waiting: async () => waiting,
      assigned: async () => 1,
      sockets: () => ({ widget: 20, console: 2 }),
      knowledge: () => ({ version, problems: 1 }),
      lastTick: () => undefined,
      lastBackup: async () => 1_790_000_000_000,
      loopLag: () => ({ p99: 12, max: 80 }),
    })

    expect(await read(metrics, 'xiaoer_conversations_waiting')).toBe(3)
    waiting = 5
    version = 'v2'

    expect(await read(metrics, 'xiaoer_conversations_waiting')).toBe(5)
    expect(await read(metrics, 'xiaoer_sockets{namespace="widget"}')).toBe(20)
    expect(await read(metrics, 'xiaoer_event_loop_lag_p99_seconds')).toBe(0.012)
    expect(await read(metrics, 'xiaoer_knowledge_info{version="v1"}')).toBeUndefined()
    expect(await read(metrics, 'xiaoer_knowledge_info{version="v2"}')).toBe(1)
    expect(await read(metrics, 'xiaoer_backup_newest_timestamp_seconds')).toBe(1_790_000_000)
    expect(await read(metrics, 'xiaoer_clock_last_tick_timestamp_seconds')).toBeUndefined()
    expect(await metrics.summary()).toMatchObject({ waiting: 5, lastBackupAt: 1_790_000_000_000 })
  })

  it('go on telling the rest where one of them cannot be looked at', async () => {
    const metrics = createMetrics()
    metrics.watch({
      waiting: () => Promise.reject(new Error('the database is gone')),
      assigned: async () => 1,
      sockets: () => ({ widget: 4, console: 0 }),
      knowledge: () => ({ version: 'v1', problems: 0 }),
      lastTick: () => 1000,
      lastBackup: async () => undefined,
      loopLag: () => ({ p99: 0, max: 0 }),
    })

    expect(await read(metrics, 'xiaoer_conversations_waiting')).toBeUndefined()
    expect(await read(metrics, 'xiaoer_conversations_assigned')).toBe(1)
    expect(await read(metrics, 'xiaoer_sockets{namespace="widget"}')).toBe(4)
  })

  it('sum up in numbers that people read, and in none where nothing happened', async () => {
    const metrics = createMetrics()
    const before = await metrics.summary()
    for (let n = 0; n < 99; n += 1) metrics.acknowledged('widget', 3)
    metrics.acknowledged('console', 900)
    metrics.refused('widget', 'too_many')
    metrics.refused('widget', 'invalid_input')
    metrics.jobEnded('give-back', false)

    expect(before).toMatchObject({ floods: 0, jobsFailed: 0, replies: {} })
    expect(before.acknowledgedWithin).toBeUndefined()
    expect(before.lastBackupAt).toBeUndefined()
    expect(await metrics.summary()).toMatchObject({
      acknowledgedWithin: 5,
      floods: 1,
      jobsFailed: 1,
    })
  })
})

describe('percentile', () => {
  const bucket = (le: number | string, value: number) => ({ metricName: 'a_bucket', labels: { le }, value })

  it('is the bound below which the share lies, over all labels', () => {
    const buckets = [bucket(1, 5), bucket(2, 9), bucket('+Inf', 10), bucket(1, 10), bucket(2, 10), bucket('+Inf', 10)]

    expect(percentile(buckets, 0.5)).toBe(1)
    expect(percentile(buckets, 0.95)).toBe(2)
    expect(percentile(buckets, 0.99)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is undefined of nothing', () => {
    expect(percentile([bucket('+Inf', 0)], 0.95)).toBeUndefined()
  })
})
