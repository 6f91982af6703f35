import { describe, expect, it } from 'vitest'
import type { AuditFilter } from '../../src/ports/webhooks.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

export function describeAudit(opened: Opened): void {
  describe('the audit, looked through', () => {
    const find = (filter: Partial<AuditFilter>) => opened().storage.audit.find({ limit: 10, ...filter })
    const moments = async (filter: Partial<AuditFilter>) => (await find(filter)).map(({ at }) => at - NOON)

    async function givenEntries(): Promise<void> {
      const { audit } = opened().storage
      const entries = [
        [1, 'mina', 'case.changed', 'R-1'],
        [2, 'olga', 'case.opened', 'R-2'],
        [3, 'mina', 'agent.changed', 'mina'],
        [3, 'mina', 'casework.begun', 'R-1'],
        [4, 'olga', 'case.changed', 'R-1'],
      ] as const
      for (const [at, actor, action, target] of entries) {
        await audit.add({ at: NOON + at, actor, action, target, detail: { at } })
      }
    }

    it('is narrowed by who, area, target and time, the newest first', async () => {
      await givenEntries()

      expect(await moments({})).toEqual([4, 3, 3, 2, 1])
      expect(await moments({ actor: 'mina' })).toEqual([3, 3, 1])
      expect(await moments({ area: 'case' })).toEqual([4, 2, 1])
      expect(await moments({ target: 'R-1' })).toEqual([4, 3, 1])
      expect(await moments({ from: NOON + 2, until: NOON + 4 })).toEqual([3, 3, 2])
      expect(await moments({ actor: 'olga', area: 'case', from: NOON + 3 })).toEqual([4])
      expect(await opened().storage.audit.listActors()).toEqual(['mina', 'olga'])
    })

    it('is read page by page, also within one moment', async () => {
      await givenEntries()
      const first = await find({ limit: 2 })
      const last = first.at(-1)

      const rest = await find({ ...(last && { before: { at: last.at, id: last.id } }) })

      expect([...first, ...rest].map(({ action }) => action).toSorted()).toEqual(
        ['agent.changed', 'case.changed', 'case.changed', 'case.opened', 'casework.begun'].toSorted(),
      )
      expect(rest).toHaveLength(3)
    })
  })
}
