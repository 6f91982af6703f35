import { expect, it } from 'vitest'
import { groupFor, rankOf, type SkillGroup } from '../../src/domain/desk-policy.ts'
import { USUAL_DESK } from './given-desk.ts'

const group = (id: string, more: Partial<SkillGroup>): SkillGroup => ({
  id,
  name: id,
  intents: [],
  reasons: [],
  ...more,
})

it('ranks by the first rule of the owner that fits, and puts the rest behind all of them', () => {
  const policy = {
    ...USUAL_DESK,
    priorities: [
      { rank: 1, tiers: ['vip'], reasons: ['anger'] },
      { rank: 2, tiers: ['vip', 'key'] },
    ],
  } as const

  expect(rankOf(policy, { tier: 'vip', reason: 'anger' })).toBe(1)
  expect(rankOf(policy, { tier: 'vip', reason: 'asked' })).toBe(2)
  expect(rankOf(policy, { tier: 'small', reason: 'anger' })).toBe(3)
})

it('finds the group by the likeliest intent, else by the reason', () => {
  const policy = {
    ...USUAL_DESK,
    groups: [group('upset', { reasons: ['anger'] }), group('returns', { intents: ['return_apply'] })],
  }

  expect(groupFor(policy, { intents: ['return_apply', 'greeting'], reason: 'anger' })?.id).toBe('returns')
  expect(groupFor(policy, { intents: ['greeting', 'return_apply'], reason: 'anger' })?.id).toBe('upset')
  expect(groupFor(policy, { intents: ['greeting'], reason: 'asked' })).toBeUndefined()
})
