import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agent, NOON } from './given.ts'

const LATER = NOON + 60_000
/** Of a session that begins at noon; it lies unused since then. */
const TIME = { at: NOON, expiresAt: LATER }
const LONG_AGO = NOON - 1

export function describeAccess(opened: Opened): void {
  describe('access', () => {
    const access = () => opened().storage.access
    const givenAgent = (id: string) => opened().storage.agents.create(agent(id), 'h')

    it('finds the agent of a session until it expires', async () => {
      await givenAgent('mina')
      await access().createSession('s1', 'mina', TIME)

      expect(await access().findSession('s1', LATER - 1, LONG_AGO)).toEqual({ agent: agent('mina'), usedAt: NOON })
      expect(await access().findSession('s1', LATER, LONG_AGO)).toBeUndefined()
      expect(await access().findSession('s2', NOON, LONG_AGO)).toBeUndefined()
    })

    it('finds no session that lies unused, and one that is used for longer', async () => {
      await givenAgent('mina')
      await access().createSession('s1', 'mina', TIME)

      expect(await access().findSession('s1', NOON + 20, NOON)).toBeUndefined()
      await access().touchSession('s1', NOON + 10)
      await access().touchSession('s1', NOON + 5)

      expect(await access().findSession('s1', NOON + 20, NOON)).toMatchObject({ usedAt: NOON + 10 })
    })

    it('lists the sessions of everybody that are open, last used first', async () => {
      await givenAgent('mina')
      await givenAgent('noor')
      await access().createSession('old', 'mina', { at: NOON, expiresAt: LATER })
      await access().createSession('new', 'noor', { at: NOON + 10, expiresAt: LATER * 2 })
      await access().createSession('unused', 'mina', { at: NOON - 10, expiresAt: LATER * 2 })

      const open = await access().listSessions(NOON, NOON - 10)

      expect(open).toEqual([
        { agentId: 'noor', usedAt: NOON + 10, expiresAt: LATER * 2 },
        { agentId: 'mina', usedAt: NOON, expiresAt: LATER },
      ])
      expect(await access().listSessions(LATER, NOON - 10)).toHaveLength(1)
    })

    it('removes what has expired or lies unused, and says whose it was, once', async () => {
      await givenAgent('mina')
      await access().createSession('expired', 'mina', TIME)
      await access().createSession('unused', 'mina', { at: NOON - 100, expiresAt: LATER * 2 })
      await access().createSession('used', 'mina', { at: NOON, expiresAt: LATER * 2 })

      const ended = await access().endStale(LATER, NOON - 100)

      expect(ended.map(({ hash }) => hash).toSorted()).toEqual(['expired', 'unused'])
      expect(ended[0]?.agentId).toBe('mina')
      expect(await access().endStale(LATER, NOON - 100)).toEqual([])
      expect(await access().findSession('used', LATER, LONG_AGO)).toBeDefined()
    })

    it('finds no session of an agent who is shut out', async () => {
      await givenAgent('mina')
      await access().createSession('s1', 'mina', TIME)

      await opened().storage.agents.update('mina', { active: false })

      expect(await access().findSession('s1', NOON, LONG_AGO)).toBeUndefined()
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
        await access().createSession(hash, id, TIME)
      }
      const alive = async () => {
        const found = await Promise.all(
          ['m1', 'm2', 'm3', 'n1'].map((hash) => access().findSession(hash, NOON, LONG_AGO)),
        )
        return found.map((one) => one?.agent.id)
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
