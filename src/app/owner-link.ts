import type { Config } from '../config/config.ts'
import { inviteUrl } from '../http/api-access.ts'
import { secrets } from '../security/secrets.ts'
import { openStorage } from './open-storage.ts'

const DAY = 86_400_000

/** A new one-time link for an owner who has lost access; works beside a running server. */
export async function issueOwnerLink(config: Config): Promise<string> {
  const { storage } = await openStorage(config, { shared: true })
  try {
    const { secret, hash } = secrets.issue()
    const at = Date.now()
    await storage.access.createInvite(hash, { role: 'owner', expiresAt: at + DAY })
    await storage.audit.add({
      at,
      actor: 'system',
      action: 'invite.created',
      target: 'owner',
      detail: { by: 'owner-link' },
    })
    return inviteUrl(config.publicUrl, secret)
  } finally {
    await storage.close()
  }
}
