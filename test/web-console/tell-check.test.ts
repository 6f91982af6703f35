import { describe, expect, it } from 'vitest'
import type { SystemStatus } from '../../src/protocol/status.ts'
import { type CheckName, tellCheck } from '../../web-console/status/tell-check.ts'
import { tellFigures } from '../../web-console/status/tell-figures.ts'
import { en } from '../../web-console/texts/en.ts'
import { zh } from '../../web-console/texts/zh.ts'

const WELL: SystemStatus['checks'] = {
  database: { ok: true, milliseconds: 1.4 },
  migrations: { ok: true, pending: [] },
  disk: { ok: true, freeBytes: 5 * 1024 ** 3, totalBytes: 10 * 1024 ** 3 },
  knowledge: { ok: true, version: 'abc', loadedAt: 1, problems: 0 },
  clock: { ok: true, lastTickAt: 1 },
  eventLoop: { ok: true, p99Milliseconds: 3, maxMilliseconds: 40 },
}
const numbers = {
  ...{ stored: 0, duplicates: 0, notStored: 0, answered: 0, handedOff: 0, otherReplies: 0, waiting: 0, assigned: 0 },
  ...{ visitors: 0, consoles: 0, floods: 0, jobsFailed: 0 },
}
const NAMES = Object.keys(WELL) as CheckName[]
const at = (moment: number) => `@${moment}`

function tell(name: CheckName, changed: Partial<SystemStatus['checks']> = {}, texts = zh) {
  const status: SystemStatus = {
    ...{ status: 'ok', version: '0.1.0', startedAt: 0, at: 0, numbers },
    checks: { ...WELL, ...changed },
  }
  return tellCheck(name, status, texts, at)
}

describe('a check in words', () => {
  it('is good where everything is well, in both languages', () => {
    expect(NAMES.map((name) => tell(name).level)).toEqual(Array(6).fill('good'))
    expect(tell('disk', {}, en).words).toBe('5.0 GB free for the data folder')
    expect(tell('database').words).toContain('1.4 毫秒')
  })

  it.each<[CheckName, Partial<SystemStatus['checks']>, string, RegExp]>([
    ['database', { database: { ok: false } }, 'bad', /磁盘是否写满/],
    ['migrations', { migrations: { ok: false, pending: ['0013-ops'] } }, 'bad', /0013-ops/],
    ['disk', { disk: { ok: false, freeBytes: 1024 ** 2, totalBytes: 1024 ** 3 } }, 'bad', /只剩 0\.0 GB/],
    ['disk', { disk: { ok: false } }, 'bad', /读不到/],
    ['clock', { clock: { ok: false, lastTickAt: 77 } }, 'bad', /@77/],
    ['clock', { clock: { ok: false } }, 'mild', /还没有/],
    ['eventLoop', { eventLoop: { ok: false, p99Milliseconds: 1500, maxMilliseconds: 2000 } }, 'bad', /1500/],
    ['knowledge', { knowledge: { ok: true, version: 'abc', loadedAt: 1, problems: 2 } }, 'mild', /2 处错误/],
  ])('says of %s what is wrong and what to do', (name, changed, level, words) => {
    expect(tell(name, changed)).toEqual({ level, words: expect.stringMatching(words) })
  })
})

it('says that there is nothing yet instead of a time of nothing', () => {
  const told = tellFigures({ status: 'ok', version: '', startedAt: 0, at: 0, checks: WELL, numbers }, en, at)

  expect(Object.fromEntries(told.since)).toMatchObject({
    'Acknowledged in': 'None yet',
    'Newest backup': 'None',
  })
})
