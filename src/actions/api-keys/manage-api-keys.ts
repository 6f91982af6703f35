import { type Agent, requireRole } from '../../domain/agent.ts'
import { API_KEY_PREFIX_LENGTH, type ApiKey, type ApiScope, isInForce, MAX_API_KEYS } from '../../domain/api-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Deps } from '../deps.ts'

const DAY = 86_400_000

export async function listApiKeys(deps: Deps, owner: Agent): Promise<readonly ApiKey[]> {
  requireRole(owner, 'owner')
  return deps.storage.apiKeys.list()
}

/** A key for another system. It is shown this once; only its hash is kept. */
export async function createApiKey(
  deps: Deps,
  owner: Agent,
  draft: { readonly name: string; readonly scopes: readonly ApiScope[]; readonly days?: number },
): Promise<{ key: ApiKey; secret: string }> {
  requireRole(owner, 'owner')
  const at = deps.clock.now()
  const inForce = (await deps.storage.apiKeys.list()).filter((one) => isInForce(one, at))
  if (inForce.length >= MAX_API_KEYS) throw new AppError('too_many_api_keys')

  const secret = `xk_${deps.secrets.issue().secret}`
  const key: ApiKey = {
    id: deps.ids.next(),
    name: draft.name,
    prefix: secret.slice(0, API_KEY_PREFIX_LENGTH),
    scopes: [...new Set(draft.scopes)],
    createdBy: owner.id,
    createdAt: at,
    ...(draft.days !== undefined && { expiresAt: at + draft.days * DAY }),
  }
  await deps.storage.apiKeys.create(key, deps.secrets.hash(secret))
  const detail = { name: key.name, prefix: key.prefix, scopes: key.scopes }
  await deps.storage.audit.add({ at, actor: owner.id, action: 'api-key.created', target: key.id, detail })
  return { key, secret }
}

/** From now on nobody comes in with it. */
export async function revokeApiKey(deps: Deps, owner: Agent, id: string): Promise<void> {
  requireRole(owner, 'owner')
  const at = deps.clock.now()
  const key = (await deps.storage.apiKeys.list()).find((one) => one.id === id)
  if (!key || !(await deps.storage.apiKeys.revoke(id, at))) throw new AppError('api_key_not_found')
  const detail = { name: key.name, prefix: key.prefix }
  await deps.storage.audit.add({ at, actor: owner.id, action: 'api-key.revoked', target: id, detail })
}
