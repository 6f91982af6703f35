import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agent, NOON } from './given.ts'

const LATER = NOON + 60_000

export function describeAccess(opened: Opened): void {
  describe('access', () => {
    const access = () => opened().storage.access
    const givenAgent = (id: string) => opened().storage.agents.create(agent(id), 'h')

    it('finds the agent of a session until it expires', async () => {
      await givenAgent('mina')
      await access().createSession('s1', 'mina', LATER)

      expect(await access().findSession('s1', LATER - 1)).toEqual(agent('mina'))
      expect(await access().findSession('s1', LATER)).toBeUndefined()
      expect(await access().findSession('s2', NOON)).toBeUndefined()
    })

    it('finds no session of an agent who is shut out', async () => {
      await givenAgent('mina')
      await access().createSession('s1', 'mina', LATER)

      await opened().storage.agents.update('mina', { active: false })

      expect(await access().findSession('s1', NOON)).toBeUndefined()
    })

    it('ends one session, or all of one agent', async () => {
      await givenAgent('mina')
      await givenAgent('noor')
      for (const [hash, id] of [
        ['m1', 'mina'],
        ['m2', 'mina'],
        ['m3', 'mina'],
        ['n1', 'noor'],
      ] as const) {
        await access().createSession(hash, id, LATER)
      }
      const alive = async () => {
        const found = await Promise.all(['m1', 'm2', 'm3', 'n1'].map((hash) => access().findSession(hash, NOON)))
        return found.map((one) => one?.id)
      }

      await access().endSession('m1')
      expect(await alive()).toEqual([undefined, 'mina', 'mina', 'noor'])
      await access().endSessionsOf('mina')

      expect(await alive()).toEqual([undefined, undefined, undefined, 'noor'])
    })

    it('finds an invite until it is used or has expired', async () => {
      const invite = { role: 'supervisor', createdBy: 'mina', expiresAt: LATER } as const
      await access().createInvite('i1', invite)
      await access().createInvite('i2', { role: 'owner', expiresAt: LATER })

      expect(await access().findInvite('i1', NOON)).toEqual(invite)
      expect(await access().findInvite('i2', NOON)).toEqual({ role: 'owner', expiresAt: LATER })
      expect(await access().findInvite('i1', LATER)).toBeUndefined()
      expect(await access().findInvite('i3', NOON)).toBeUndefined()

      await access().useInvite('i1', NOON)
      expect(await access().findInvite('i1', NOON)).toBeUndefined()
      expect(await access().findInvite('i2', NOON)).toBeDefined()
    })

    it('lets one caller use an invite, and none after it has expired', async () => {
      const { storage, twin } = opened()
      await access().createInvite('i1', { role: 'agent', expiresAt: LATER })
      await access().createInvite('i2', { role: 'agent', expiresAt: LATER })

      const used = await Promise.all(
        Array.from({ length: 8 }, (_, index) => (index % 2 ? twin.storage : storage).access.useInvite('i1', NOON)),
      )

      expect(used.filter((one) => one)).toHaveLength(1)
      expect(await access().useInvite('i2', LATER)).toBe(false)
      expect(await access().useInvite('i3', NOON)).toBe(false)
    })
  })
}
