import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

export function describeWelcome(opened: Opened): void {
  describe('the first steps', () => {
    it('are where they were left', async () => {
      const { welcome } = opened().storage
      expect(await welcome.getState()).toEqual({ steps: {} })

      await welcome.setState({ steps: { shop: 'done' } })
      await welcome.setState({ steps: { shop: 'done', embed: 'skipped' }, finishedAt: NOON })

      expect(await welcome.getState()).toEqual({ steps: { shop: 'done', embed: 'skipped' }, finishedAt: NOON })
    })

    it('remember the newest page of each origin, the last seen first, and no more than fifty', async () => {
      const { welcome } = opened().storage
      const see = (host: string, path: string, at: number) =>
        welcome.noteSighting({ origin: `https://${host}`, url: `https://${host}${path}`, at: NOON + at })
      await see('a.example', '/one', 1)
      await see('b.example', '/', 2)
      await see('a.example', '/two', 3)

      expect(await welcome.listSightings(5)).toEqual([
        { origin: 'https://a.example', url: 'https://a.example/two', at: NOON + 3 },
        { origin: 'https://b.example', url: 'https://b.example/', at: NOON + 2 },
      ])
      for (let index = 0; index < 50; index += 1) await see(`${index}.example`, '/', 10 + index)
      const kept = await welcome.listSightings(100)
      expect(kept).toHaveLength(50)
      expect(kept.at(-1)?.origin).toBe('https://0.example')
    })
  })
}
