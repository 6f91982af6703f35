import { type ApiScope, isInForce } from '../../domain/api-key.ts'
import type { Deps } from '../deps.ts'

const MINUTE = 60_000

/** Whether a key that another system brings may do this. When it was used is true to a minute, not a write for each request. */
export async function checkApiKey(
  { storage, secrets, clock }: Pick<Deps, 'storage' | 'secrets' | 'clock'>,
  key: string,
  scope: ApiScope,
): Promise<'ok' | 'scope' | 'unknown'> {
  if (key === '') return 'unknown'
  const now = clock.now()
  const found = await storage.apiKeys.findByHash(secrets.hash(key))
  if (!found || !isInForce(found, now)) return 'unknown'
  if (!found.scopes.includes(scope)) return 'scope'

  if (now - (found.usedAt ?? 0) >= MINUTE) await storage.apiKeys.noteUse(found.id, now)
  return 'ok'
}
