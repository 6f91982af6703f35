import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/domain/conversation.ts'
import { EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import { decideTurn, type Floor, modeAt, type Reception } from '../../src/domain/reception.ts'
import { span, weekdaysOpen } from './given.ts'

const base = {
  id: 'c1',
  customerId: 'k1',
  locale: 'zh',
  lastSeq: 1,
  lastCustomerSeq: 1,
  handledSeq: 0,
  customerDeliveredSeq: 0,
  customerReadSeq: 0,
  agentReadSeq: 0,
  context: EMPTY_CONTEXT,
  unread: 1,
  preview: '在吗',
  labels: [],
  createdAt: 0,
  updatedAt: 0,
} as const
const withBot: Conversation = { ...base, status: 'bot' }
const resolved: Conversation = { ...base, status: 'resolved' }
const held: Conversation = { ...base, status: 'assigned', agentId: 'mina' }
const asked: Conversation = { ...base, status: 'queued', queuedFor: 'asked', withBot: false }
const byMode: Conversation = { ...base, status: 'queued', queuedFor: 'assist_mode', withBot: false }
const accompanied: Conversation = { ...base, status: 'queued', queuedFor: 'asked', withBot: true }

function floor(changes: Partial<Floor>): Floor {
  return { mode: 'auto', first: 'bot', split: 0.5, botAfterPerson: false, agentsOnDuty: 1, ...changes }
}

describe('the turn after a customer message', () => {
  it.each([
    ['bot', accompanied, { mode: 'assist', first: 'agent' }],
    ['bot', withBot, { mode: 'auto', first: 'bot' }],
    ['bot', withBot, { mode: 'auto', first: 'bot', agentsOnDuty: 0 }],
    ['queue', withBot, { mode: 'auto', first: 'agent' }],
    ['bot', withBot, { mode: 'auto', first: 'agent', agentsOnDuty: 0 }],
    ['bot', withBot, { mode: 'auto', first: 'split', split: 1 }],
    ['queue', withBot, { mode: 'auto', first: 'split', split: 0 }],
    ['bot', withBot, { mode: 'auto', first: 'split', split: 0, agentsOnDuty: 0 }],
    ['queue', withBot, { mode: 'assist', first: 'bot' }],
    ['queue', withBot, { mode: 'assist', first: 'agent' }],
    ['queue', withBot, { mode: 'assist', first: 'split', split: 1 }],
    ['queue', withBot, { mode: 'assist', first: 'bot', agentsOnDuty: 0 }],
    ['bot', resolved, { mode: 'auto' }],
    ['queue', resolved, { mode: 'assist' }],
    ['wait', asked, { mode: 'auto' }],
    ['wait', asked, { mode: 'assist' }],
    ['wait', asked, { mode: 'auto', first: 'agent', agentsOnDuty: 0 }],
    ['bot', byMode, { mode: 'auto' }],
    ['wait', byMode, { mode: 'assist' }],
    ['agent', held, { mode: 'auto' }],
    ['agent', held, { mode: 'assist' }],
    ['agent', held, { mode: 'auto', agentsOnDuty: 0 }],
    ['bot', held, { mode: 'auto', botAfterPerson: true }],
    ['agent', held, { mode: 'assist', botAfterPerson: true }],
  ] as const)('is "%s" for %j with %j', (turn, conversation, changes) => {
    expect(decideTurn(conversation, floor(changes))).toBe(turn)
  })
})

describe('the split between bot and people', () => {
  const many = Array.from({ length: 2000 }, (_, n): Conversation => ({ ...withBot, id: `conversation-${n}` }))
  const botShare = (split: number) =>
    many.filter((one) => decideTurn(one, floor({ first: 'split', split })) === 'bot').length / many.length

  it.each([0.1, 0.5, 0.9])('gives the bot about %d of the conversations', (split) => {
    expect(Math.abs(botShare(split) - split)).toBeLessThan(0.05)
  })

  it('stays as it is for a conversation, and grows with the share', () => {
    const turns = (split: number) => many.map((one) => decideTurn(one, floor({ first: 'split', split })))

    expect(turns(0.5)).toEqual(turns(0.5))
    expect(turns(0.4).every((turn, n) => turn === 'queue' || turns(0.6)[n] === 'bot')).toBe(true)
  })
})

describe('the mode in force', () => {
  const reception: Reception = {
    mode: 'assist',
    first: 'bot',
    split: 0.5,
    schedule: [
      { days: ['mon', 'tue'], hours: span('22:00-24:00'), mode: 'auto' },
      { days: ['mon'], hours: span('12:00-23:00'), mode: 'assist' },
      { days: ['sat'], hours: span('00:00-24:00'), mode: 'auto' },
    ],
    botAfterPerson: false,
    autoAbove: 1.01,
    vetoSeconds: 15,
  }
  const calendar = weekdaysOpen(['09:00-18:00'])

  it.each([
    ['2026-11-23T21:59', 'assist'],
    ['2026-11-23T22:00', 'auto'],
    ['2026-11-23T23:59', 'auto'],
    ['2026-11-24T00:00', 'assist'],
    ['2026-11-24T22:30', 'auto'],
    ['2026-11-25T22:30', 'assist'],
    ['2026-11-28T00:00', 'auto'],
    ['2026-11-28T23:59', 'auto'],
    ['2026-11-29T00:00', 'assist'],
  ])("is what the first fitting line of the schedule says on the shop's clock: %s → %s", (local, mode) => {
    expect(modeAt(reception, {}, calendar, Date.parse(`${local}:00+08:00`))).toBe(mode)
  })

  it('is what the console has switched, above schedule and shop', () => {
    const night = Date.parse('2026-11-23T22:30:00+08:00')

    expect(modeAt(reception, { mode: 'assist' }, calendar, night)).toBe('assist')
    expect(modeAt({ ...reception, schedule: [] }, { mode: 'auto' }, calendar, night)).toBe('auto')
    expect(modeAt(reception, { first: 'agent' }, calendar, night)).toBe('auto')
  })
})
