import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../../src/domain/api-key.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

export function describeApiKeys(opened: Opened): void {
  describe('API keys', () => {
    const key = (id: string, more?: Partial<ApiKey>): ApiKey => ({
      id,
      name: 'ERP',
      prefix: 'xk_abcdef',
      scopes: ['shop_data'],
      createdBy: 'olga',
      createdAt: NOON,
      ...more,
    })

    it('are found by their hash alone, the newest listed first', async () => {
      const { apiKeys } = opened().storage
      await apiKeys.create(key('a'), 'hash-a')
      await apiKeys.create(
        key('b', { createdAt: NOON + 1, expiresAt: NOON + 9, scopes: ['shop_data', 'metrics'] }),
        'hash-b',
      )

      expect(await apiKeys.findByHash('hash-b')).toEqual(
        key('b', { createdAt: NOON + 1, expiresAt: NOON + 9, scopes: ['shop_data', 'metrics'] }),
      )
      expect(await apiKeys.findByHash('hash-c')).toBeUndefined()
      expect((await apiKeys.list()).map(({ id }) => id)).toEqual(['b', 'a'])
    })

    it('are revoked once, and remember when they were used', async () => {
      const { apiKeys } = opened().storage
      await apiKeys.create(key('a'), 'hash-a')
      await apiKeys.noteUse('a', NOON + 5)

      expect(await apiKeys.revoke('a', NOON + 7)).toBe(true)
      expect(await apiKeys.revoke('a', NOON + 8)).toBe(false)
      expect(await apiKeys.findByHash('hash-a')).toEqual(key('a', { usedAt: NOON + 5, revokedAt: NOON + 7 }))
    })
  })
}
