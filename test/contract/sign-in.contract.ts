import { describe, expect, it } from 'vitest'
import type { AttemptRule } from '../../src/domain/sign-in.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

const RULE: AttemptRule = { free: 2, longest: 4000, forgetAfter: 60_000 }
const PROOF = { step: 10, at: NOON, recoveryHashes: ['r1', 'r2'] }

export function describeSignIn(opened: Opened): void {
  describe('attempts', () => {
    const attempts = () => opened().storage.attempts

    it('lets a few through, and then one after waits that double up to the longest', async () => {
      const waits = []
      let now = NOON
      for (let tries = 0; tries < 6; tries += 1) {
        expect(await attempts().take('k', now, RULE)).toBeUndefined()
        const until = await attempts().take('k', now, tries < 1 ? { ...RULE, free: 99 } : RULE)
        waits.push(until === undefined ? 0 : until - now)
        now = until ?? now
      }

      // Each look at the wait of a free try was a try itself.
      expect(waits).toEqual([0, 1000, 2000, 4000, 4000, 4000])
    })

    it('counts tries of many at once as many', async () => {
      const { storage, twin } = opened()
      const asked = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 ? twin.storage : storage).attempts.take('k', NOON, RULE)),
      )

      expect(asked.filter((until) => until === undefined)).toHaveLength(RULE.free + 1)
    })

    it('keeps keys apart', async () => {
      for (let tries = 0; tries < 3; tries += 1) await attempts().take('a', NOON, RULE)

      expect(await attempts().take('a', NOON, RULE)).toBe(NOON + 1000)
      expect(await attempts().take('b', NOON, RULE)).toBeUndefined()
    })

    it('takes back a try that was good, and no wrong one', async () => {
      for (let tries = 0; tries < 3; tries += 1) await attempts().take('a', NOON, RULE)

      await attempts().giveBack('a')
      expect(await attempts().take('a', NOON, RULE)).toBeUndefined()

      expect(await attempts().take('a', NOON, RULE)).toBe(NOON + 1000)
    })

    it('forgets what it is told to forget, and by itself what is long over', async () => {
      for (let tries = 0; tries < 3; tries += 1) await attempts().take('a', NOON, RULE)
      for (let tries = 0; tries < 5; tries += 1) await attempts().take('b', NOON + tries * 10_000, RULE)

      await attempts().forget('a')
      expect(await attempts().take('a', NOON, RULE)).toBeUndefined()

      // Two free ones again.
      const later = NOON + 200_000
      expect(await attempts().take('b', later, RULE)).toBeUndefined()
      expect(await attempts().take('b', later, RULE)).toBeUndefined()
      expect(await attempts().take('b', later, RULE)).toBeUndefined()
      expect(await attempts().take('b', later, RULE)).toBe(later + 1000)
      await attempts().forgetBefore(later + 1)
      expect(await attempts().take('b', later, RULE)).toBeUndefined()
    })
  })

  describe('second factors', () => {
    const factors = () => opened().storage.secondFactors

    it('are in force when they are confirmed, by one caller', async () => {
      const { storage, twin } = opened()
      expect(await factors().propose('mina', 'first')).toBe(true)
      expect(await factors().propose('mina', 'second')).toBe(true)
      expect(await factors().find('mina')).toEqual({ sealed: 'second' })

      const confirmed = await Promise.all(
        [storage, twin.storage].map((one) => one.secondFactors.confirm('mina', PROOF)),
      )

      expect(confirmed.filter((one) => one)).toHaveLength(1)
      expect(await factors().find('mina')).toEqual({ sealed: 'second', since: NOON })
      expect(await factors().propose('mina', 'third')).toBe(false)
      expect(await factors().find('noor')).toBeUndefined()
    })

    it('are listed once they are in force', async () => {
      await factors().propose('mina', 's')
      await factors().propose('noor', 's')
      await factors().confirm('mina', PROOF)

      expect([...(await factors().listConfirmed())]).toEqual([['mina', NOON]])
    })

    it('take a step once, and none before it', async () => {
      const { storage, twin } = opened()
      await factors().propose('mina', 's')
      await factors().confirm('mina', PROOF)

      expect(await factors().takeStep('mina', 10)).toBe(false)
      expect(await factors().takeStep('mina', 9)).toBe(false)
      const taken = await Promise.all([storage, twin.storage].map((one) => one.secondFactors.takeStep('mina', 11)))

      expect(taken.filter((one) => one)).toHaveLength(1)
      expect(await factors().takeStep('noor', 11)).toBe(false)
    })

    it('take each recovery code once, of their agent', async () => {
      const { storage, twin } = opened()
      await factors().propose('mina', 's')
      await factors().confirm('mina', PROOF)

      expect(await factors().takeRecoveryCode('noor', 'r1')).toBe(false)
      const taken = await Promise.all(
        [storage, twin.storage].map((one) => one.secondFactors.takeRecoveryCode('mina', 'r1')),
      )

      expect(taken.filter((one) => one)).toHaveLength(1)
      expect(await factors().countRecoveryCodes('mina')).toBe(1)
    })

    it('are gone with their codes', async () => {
      await factors().propose('mina', 's')
      await factors().confirm('mina', PROOF)

      await factors().remove('mina')

      expect(await factors().find('mina')).toBeUndefined()
      expect(await factors().takeRecoveryCode('mina', 'r1')).toBe(false)
    })
  })
}
