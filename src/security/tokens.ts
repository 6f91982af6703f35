import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { VerifiedIdentity } from '../domain/customer.ts'
import type { Tokens } from '../ports/world.ts'

const VISITOR_AUDIENCE = 'xiaoer:visitor'
const ALGORITHM = 'HS256'
/** Seconds by which the shop's clock may differ from ours. */
const CLOCK_TOLERANCE = 30

const IdentityClaims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().max(60).optional(),
  phone: z.string().max(30).optional(),
  email: z.string().max(200).optional(),
})

/** JSON Web Tokens (RFC 7519), HMAC SHA-256 only, so that a token cannot choose its own algorithm. */
export function createTokens(secret: string, identitySecret: string | undefined): Tokens {
  const visitorKey = new TextEncoder().encode(secret)
  const identityKey = identitySecret === undefined ? undefined : new TextEncoder().encode(identitySecret)

  return {
    signVisitor: (customerId) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(customerId)
        .setAudience(VISITOR_AUDIENCE)
        .setIssuedAt()
        .sign(visitorKey),
    verifyVisitor: async (token) => {
      const options = { algorithms: [ALGORITHM], audience: VISITOR_AUDIENCE }
      const verified = await jwtVerify(token, visitorKey, options).catch(() => undefined)
      return verified?.payload.sub
    },
    verifyIdentity: async (token) => {
      if (!identityKey) return undefined

      const options = { algorithms: [ALGORITHM], requiredClaims: ['exp', 'sub'], clockTolerance: CLOCK_TOLERANCE }
      const verified = await jwtVerify(token, identityKey, options).catch(() => undefined)
      const claims = IdentityClaims.safeParse(verified?.payload)
      return claims.success ? toIdentity(claims.data) : undefined
    },
  }
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
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(identitySecret))
}
