import { describe, expect, it } from 'vitest'
import type { ClockView, QueueEntryView } from '../../src/protocol/console.ts'
import { selectLongest, waitLevel } from '../../web-console/state/service-clock.ts'
import { formatCount, formatSpan } from '../../web-console/texts/format-wait.ts'
import { zh } from '../../web-console/texts/zh.ts'
import { conversation, deskAfter, snapshot } from './support.ts'

function clock(since: number): ClockView {
  return { kind: 'first', since, warnAt: since + 40_000, redAt: since + 100_000 }
}

function entry(conversationId: string, offeredTo?: string): QueueEntryView {
  return {
    conversationId,
    position: 1,
    kind: 'live',
    reason: 'asked',
    priority: 2,
    enqueuedAt: 0,
    wants: '转人工',
    withBot: false,
    customer: { id: conversationId, name: '李雷', tier: 'regular', verified: false },
    ...(offeredTo !== undefined && { offer: { agent: { id: offeredTo, name: offeredTo }, until: 1 } }),
  }
}

describe('the colour of waiting', () => {
  it('deepens in two steps up to the warning, in two more up to red, and stays red', () => {
    const levels = [0, 19, 20, 39, 40, 69, 70, 99, 100, 5000].map((seconds) => waitLevel(clock(0), seconds * 1000))

    expect(levels).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
  })
})

describe('whoever has waited longest', () => {
  const queued = (id: string, since: number) =>
    ({ ...conversation(id, { status: 'queued', clock: clock(since) }), agent: undefined }) as never
  const longest = (conversations: never[], queue: QueueEntryView[] = []) => {
    const found = selectLongest(deskAfter({ type: 'snapshot:loaded', snapshot: snapshot({ conversations, queue }) }))
    return found && [found.conversation.id, found.tab]
  }
  const mine = (id: string, since: number) => conversation(id, { clock: clock(since) }) as never

  it('is looked for in what I hold first', () => {
    expect(longest([mine('later', 50), mine('long', 20), queued('longer', 10)], [entry('longer')])).toEqual([
      'long',
      'mine',
    ])
  })

  it('is then looked for in what is offered to me or to nobody', () => {
    const rows = [conversation('quiet') as never, queued('offered', 30), queued('theirs', 10), queued('free', 20)]

    expect(longest(rows, [entry('offered', 'mina'), entry('theirs', 'noor'), entry('free')])).toEqual(['free', 'queue'])
    expect(longest(rows, [entry('offered', 'mina'), entry('theirs', 'noor')])).toEqual(['offered', 'queue'])
    expect(longest([conversation('quiet') as never])).toBeUndefined()
  })
})

describe('a stretch of time', () => {
  it('is told to the second as long as seconds matter', () => {
    expect([-5, 45_000, 200_000, 3_605_000, 9_000_000].map((one) => formatCount(one, zh))).toEqual([
      '0 秒',
      '45 秒',
      '3分20秒',
      '60 分',
      '2 小时',
    ])
    expect([60_000, 90_000, 120_000].map((one) => formatSpan(one, zh))).toEqual(['1 分钟', '90 秒', '2 分钟'])
  })
})
