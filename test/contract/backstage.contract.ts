import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

const LOCK = 30_000

export function describeBackstage(opened: Opened): void {
  describe('jobs', () => {
    const jobs = () => opened().storage.jobs
    const job = (key: string, dueAt = NOON) => ({ key, kind: 'give-back', payload: { agentId: 'mina', n: 1 }, dueAt })
    const claim = (now: number, limit = 10) => jobs().claimDue(now, now + LOCK, limit)
    const keys = async (now: number, limit?: number) => (await claim(now, limit)).map(({ key }) => key).toSorted()

    it('hands out a job when it is due, as it was scheduled', async () => {
      await jobs().schedule(job('a', NOON + 5))

      expect(await claim(NOON + 4)).toEqual([])
      expect(await claim(NOON + 5)).toEqual([{ ...job('a', NOON + 5), attempts: 1 }])
    })

    it('hands out the longest due first, and no more than asked for', async () => {
      for (const [key, dueAt] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
      ] as const)
        await jobs().schedule(job(key, NOON + dueAt))

      expect(await keys(NOON + 9, 2)).toEqual(['a', 'b'])
      expect(await keys(NOON + 9, 2)).toEqual(['c'])
    })

    it('hands out a job again only after its lock has run out, and counts the attempts', async () => {
      await jobs().schedule(job('a'))
      await claim(NOON)

      expect(await claim(NOON + LOCK - 1)).toEqual([])
      expect(await claim(NOON + LOCK)).toMatchObject([{ key: 'a', attempts: 2 }])
    })

    it('hands out each job to one of two who claim at once', async () => {
      const { storage, twin } = opened()
      for (let index = 0; index < 20; index += 1) await jobs().schedule(job(`job-${index}`))

      const hauls = await Promise.all(
        [storage, twin.storage, storage, twin.storage].map((one) => one.jobs.claimDue(NOON, NOON + LOCK, 20)),
      )

      const claimed = hauls.flat().map(({ key }) => key)
      expect(claimed).toHaveLength(20)
      expect(new Set(claimed).size).toBe(20)
    })

    it('hands out each job once to many who claim different numbers at once, beside who puts others off', async () => {
      const { storage, twin } = opened()
      const both = [storage, twin.storage] as const
      const due = Array.from({ length: 120 }, (_, index) => `due-${index}`)
      const putOff = Array.from({ length: 40 }, (_, index) => `put-off-${index}`)
      // Due in no order of their keys: what one claims lies among what another does.
      for (const [index, key] of [...due, ...putOff].entries())
        await jobs().schedule(job(key, NOON - ((index * 37) % 101)))

      const claimed: string[] = []
      const claimer = async (index: number) => {
        const { jobs: mine } = both[index % 2] ?? storage
        while (due.some((key) => !claimed.includes(key))) {
          const haul = await mine.claimDue(NOON, NOON + LOCK, 1 + ((index * 5) % 13))
          claimed.push(...haul.map(({ key }) => key))
        }
      }
      // Several rows in one transaction, in the order against that of the claimers.
      const putOffAll = (keys: readonly string[], index: number) =>
        (both[index % 2] ?? storage).transaction(async (stores) => {
          for (const key of keys) await stores.jobs.schedule(job(key, NOON + LOCK))
        })
      const parts = [putOff.slice(0, 20), putOff.slice(20), putOff.slice(0, 20), putOff.slice(20)]

      await Promise.all([
        ...Array.from({ length: 6 }, (_, index) => claimer(index)),
        ...parts.map((keys, index) => putOffAll(keys.toReversed(), index)),
      ])

      expect(claimed.filter((key) => key.startsWith('due')).toSorted()).toEqual(due.toSorted())
      expect(new Set(claimed).size).toBe(claimed.length)
      const later = await jobs().claimDue(NOON + LOCK - 1, NOON + 2 * LOCK, 1000)
      expect(later).toEqual([])
      const put = await jobs().claimDue(NOON + LOCK, NOON + 2 * LOCK, 1000)
      expect(
        put
          .map(({ key }) => key)
          .filter((key) => key.startsWith('put'))
          .toSorted(),
      ).toEqual(putOff.toSorted())
    })

    it('keeps one job per key, with the new time', async () => {
      await jobs().schedule(job('a', NOON))
      await jobs().schedule({ ...job('a', NOON + 60_000), payload: { agentId: 'noor' } })

      expect(await claim(NOON)).toEqual([])
      expect(await claim(NOON + 60_000)).toMatchObject([{ key: 'a', payload: { agentId: 'noor' } }])
    })

    it('forgets a job that is finished or cancelled', async () => {
      await jobs().schedule(job('done'))
      for (const one of await claim(NOON)) await jobs().finish(one)
      await jobs().schedule(job('cancelled'))
      await jobs().cancel('cancelled')

      expect(await claim(NOON + 10 * LOCK)).toEqual([])
    })

    it.each([1, 0])('keeps a job that was scheduled anew while it ran, %i ms later', async (later) => {
      await jobs().schedule(job('a'))
      const [running] = await claim(NOON)
      if (!running) throw new Error('nothing was due')

      await jobs().schedule(job('a', NOON + later))
      await jobs().finish(running)

      expect(await claim(NOON + later)).toMatchObject([{ key: 'a', dueAt: NOON + later, attempts: 1 }])
    })

    it('keeps a job that was scheduled anew while it ran and runs again already', async () => {
      await jobs().schedule(job('a'))
      const [first] = await claim(NOON)
      if (!first) throw new Error('nothing was due')
      await jobs().schedule(job('a', NOON + 1))
      await claim(NOON + 1)

      await jobs().finish(first)

      expect(await keys(NOON + 1 + LOCK)).toEqual(['a'])
    })
  })

  describe('audit', () => {
    it('lists who did what, newest first and no more than asked for', async () => {
      const { audit } = opened().storage
      const entry = (at: number) => ({ at, actor: 'mina', action: 'agent.changed', target: 'noor', detail: { n: at } })
      for (const at of [NOON + 1, NOON + 3, NOON + 2]) await audit.add(entry(at))

      expect(await audit.list(2)).toEqual([entry(NOON + 3), entry(NOON + 2)])
      expect(await audit.list(10)).toHaveLength(3)
    })
  })

  describe('settings', () => {
    it('keeps the reception switch that was set last, and starts with none', async () => {
      const { settings } = opened().storage
      const before = await settings.getReception()

      await settings.setReception({ mode: 'assist', first: 'agent' })
      await settings.setReception({ mode: 'auto' })

      expect(before).toEqual({})
      expect(await settings.getReception()).toEqual({ mode: 'auto' })
    })
  })
}
