import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { VerifiedIdentity } from '../domain/customer.ts'
import { holdsNul } from '../domain/nul.ts'
import type { Tokens } from '../ports/world.ts'

const VISITOR_AUDIENCE = 'xiaoer:visitor'
const DEVICE_AUDIENCE = 'xiaoer:device'
/** What an identity token may name as its audience; one that is meant for something else is not taken. */
const IDENTITY_AUDIENCE = 'xiaoer'
const ALGORITHM = 'HS256'
/** Seconds by which the shop's clock may differ from ours. */
const CLOCK_TOLERANCE = 30
/** Seconds. A token that the shop signs for longer is refused: it would be worth stealing. */
export const MAX_IDENTITY_SECONDS = 3600
/** Both are given anew at every use. */
const VISITOR_LIFETIME = '180d'
const DEVICE_LIFETIME = '180d'

const IdentityClaims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().max(60).optional(),
  phone: z.string().max(30).optional(),
  email: z.string().max(200).optional(),
})

/**
 * JSON Web Tokens (RFC 7519), HMAC SHA-256 only, so that a token cannot choose its own algorithm. Any of `identitySecrets`
 * verifies an identity: the shop goes over to a new one while the old is still named.
 */
export function createTokens(secret: string, identitySecrets: readonly string[]): Tokens {
  const own = toKey(secret)
  const identityKeys = identitySecrets.map(toKey)
  const sign = (token: SignJWT) => token.setProtectedHeader({ alg: ALGORITHM }).setIssuedAt().sign(own)

  return {
    signVisitor: (customerId) =>
      sign(new SignJWT().setSubject(customerId).setAudience(VISITOR_AUDIENCE).setExpirationTime(VISITOR_LIFETIME)),
    verifyVisitor: async (token) => (await verified(token, own, { audience: VISITOR_AUDIENCE }))?.sub,
    signDevice: (agentId, id) =>
      sign(
        new SignJWT().setSubject(agentId).setJti(id).setAudience(DEVICE_AUDIENCE).setExpirationTime(DEVICE_LIFETIME),
      ),
    verifyDevice: async (token) => {
      const { sub, jti } = (await verified(token, own, { audience: DEVICE_AUDIENCE })) ?? {}
      return sub === undefined || jti === undefined ? undefined : { agentId: sub, id: jti }
    },
    verifyIdentity: async (token) => {
      for (const key of identityKeys) {
        const payload = await verified(token, key, { requiredClaims: ['exp', 'sub'], clockTolerance: CLOCK_TOLERANCE })
        const claims =
          payload && isTimely(payload) && !holdsNul(payload) ? IdentityClaims.safeParse(payload) : undefined
        if (claims?.success) return toIdentity(claims.data)
      }
      return undefined
    },
  }
}

function toKey(secret: string): Uint8Array {
  return new TextEncoder().encode(secret)
}

async function verified(
  token: string,
  key: Uint8Array,
  options: { audience?: string; requiredClaims?: string[]; clockTolerance?: number },
): Promise<JWTPayload | undefined> {
  const result = await jwtVerify(token, key, { algorithms: [ALGORITHM], ...options }).catch(() => undefined)
  return result?.payload
}

/** For us, not signed in the future, and not good for longer than we allow. */
function isTimely({ aud, iat, exp = 0 }: JWTPayload): boolean {
  const now = Math.floor(Date.now() / 1000)
  const isForUs = aud === undefined || [aud].flat().includes(IDENTITY_AUDIENCE)
  const isOfNow = iat === undefined || iat <= now + CLOCK_TOLERANCE
  const begins = iat === undefined ? now : Math.min(iat, now)
  return isForUs && isOfNow && exp - begins <= MAX_IDENTITY_SECONDS + CLOCK_TOLERANCE
}

function toIdentity({ sub, name, phone, email }: z.output<typeof IdentityClaims>): VerifiedIdentity {
  return {
    shopId: sub,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  }
}

/** The identity token that a shop's server would sign; the demo shop and tests use it. Valid for five minutes. */
export function signIdentity(identitySecret: string, identity: VerifiedIdentity): Promise<string> {
  const { shopId, ...claims } = identity
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(shopId)
    .setAudience(IDENTITY_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(toKey(identitySecret))
}
