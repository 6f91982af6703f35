import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agent, NOON } from './given.ts'

export function describeAgents(opened: Opened): void {
  describe('agents', () => {
    const agents = () => opened().storage.agents
    const owners = async () => (await agents().list()).filter((one) => one.role === 'owner' && one.active)

    it('keeps an agent, and the password apart from it', async () => {
      const mina = agent('mina', { name: 'Mina', role: 'supervisor', presence: 'away' })

      await agents().create(mina, 'hash-1')

      expect(await agents().find('mina')).toEqual(mina)
      expect(await agents().findCredentials('mina')).toEqual({ agent: mina, passwordHash: 'hash-1' })
      expect(await agents().find('noor')).toBeUndefined()
      expect(await agents().findCredentials('noor')).toBeUndefined()
    })

    it('changes the password of one agent', async () => {
      await agents().create(agent('mina'), 'one')
      await agents().create(agent('noor'), 'two')

      await agents().setPassword('mina', 'three')

      expect(await agents().findCredentials('mina')).toMatchObject({ passwordHash: 'three' })
      expect(await agents().findCredentials('noor')).toMatchObject({ passwordHash: 'two' })
    })

    it('refuses a login that is taken, and keeps the first', async () => {
      await agents().create(agent('a1', { login: 'mina' }), 'one')

      const second = agents().create(agent('a2', { login: 'mina' }), 'two')

      await expect(second).rejects.toMatchObject({ code: 'login_taken' })
      expect(await agents().findCredentials('mina')).toMatchObject({ agent: { id: 'a1' }, passwordHash: 'one' })
      expect(await agents().find('a2')).toBeUndefined()
    })

    it('gives a login to one of two who ask for it at once', async () => {
      const { storage, twin } = opened()

      const results = await Promise.allSettled([
        storage.agents.create(agent('a1', { login: 'mina' }), 'one'),
        twin.storage.agents.create(agent('a2', { login: 'mina' }), 'two'),
      ])

      expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await agents().list()).toHaveLength(1)
    })

    it('lists agents, those shut out as well, the first one first', async () => {
      await agents().create(agent('second', { createdAt: NOON + 1 }), 'h')
      await agents().create(agent('first', { active: false }), 'h')

      expect((await agents().list()).map(({ id, active }) => [id, active])).toEqual([
        ['first', false],
        ['second', true],
      ])
    })

    it('changes what a patch names and leaves the rest', async () => {
      await agents().create(agent('mina'), 'h')

      const changed = await agents().update('mina', { role: 'supervisor' })
      await agents().update('mina', { presence: 'busy' })
      await agents().update('mina', { active: false })

      expect(changed).toEqual(agent('mina', { role: 'supervisor' }))
      expect(await agents().find('mina')).toEqual(
        agent('mina', { role: 'supervisor', presence: 'busy', active: false }),
      )
    })

    it('changes nothing by a patch that names nothing', async () => {
      await agents().create(agent('mina'), 'h')

      expect(await agents().update('mina', {})).toEqual(agent('mina'))
    })

    it('refuses to change an agent that does not exist', async () => {
      await expect(agents().update('nobody', { active: false })).rejects.toMatchObject({ code: 'agent_not_found' })
      await expect(agents().update('nobody', { presence: 'busy' })).rejects.toMatchObject({ code: 'agent_not_found' })
    })

    it('keeps the last active owner, and lets an owner go while another stays', async () => {
      await agents().create(agent('old', { role: 'owner' }), 'h')
      await agents().create(agent('new', { role: 'owner' }), 'h')
      await agents().create(agent('gone', { role: 'owner', active: false }), 'h')

      await agents().update('old', { active: false })

      await expect(agents().update('new', { active: false })).rejects.toMatchObject({ code: 'last_owner' })
      await expect(agents().update('new', { role: 'agent' })).rejects.toMatchObject({ code: 'last_owner' })
      expect((await owners()).map(({ id }) => id)).toEqual(['new'])
      expect(await agents().update('new', { role: 'owner', active: true, presence: 'away' })).toMatchObject({
        id: 'new',
      })
      expect(await agents().update('gone', { role: 'agent' })).toMatchObject({ role: 'agent' })
    })

    it('leaves one owner where two remove each other at once', async () => {
      const { storage, twin } = opened()
      await agents().create(agent('one', { role: 'owner' }), 'h')
      await agents().create(agent('two', { role: 'owner' }), 'h')

      let second: Promise<unknown> = Promise.resolve()
      await storage.transaction(async (stores) => {
        await stores.agents.update('one', { active: false })
        second = twin.storage.agents.update('two', { active: false }).catch((error: unknown) => error)
        // Long enough for a statement that waits for nobody; one that waits for this transaction goes on after it.
        await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 150))])
      })

      expect(await second).toMatchObject({ code: 'last_owner' })
      expect((await owners()).map(({ id }) => id)).toEqual(['two'])
    })
  })
}
