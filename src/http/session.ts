import { createHash, timingSafeEqual } from 'node:crypto'
import { parse, serialize } from 'cookie'
import type { Request, RequestHandler, Response } from 'express'
import { getStaffMember } from '../actions/agents/list-staff.ts'
import { findSignedIn, type SignedIn } from '../actions/agents/sign-in.ts'
import type { Agent } from '../domain/agent.ts'
import { AppError } from '../domain/errors.ts'
import { CSRF_HEADER, SESSION_COOKIE, type SessionView } from '../protocol/http.ts'
import { toAgentView } from '../protocol/views.ts'
import type { HttpWorld } from './world.ts'

/** The agent that `requireAgent` found. */
export interface SignedInLocals {
  agent: Agent
  secret: string
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Lets signed-in agents through; whatever changes something must also prove that it comes from our page. */
export function requireAgent({ deps }: HttpWorld): RequestHandler {
  return async (request, response, next) => {
    const secret = readSecret(request)
    const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
    if (!agent || secret === undefined) throw new AppError('not_signed_in')
    if (!SAFE_METHODS.includes(request.method) && !provesOrigin(request, secret)) throw new AppError('csrf_failed')

    response.locals = { agent, secret } satisfies SignedInLocals
    next()
  }
}

export function localsOf(response: Response): SignedInLocals {
  return response.locals as SignedInLocals
}

export function readSecret(request: Request): string | undefined {
  return parse(request.headers.cookie ?? '')[SESSION_COOKIE]
}

/** Sets the cookie of a new session and answers with who is signed in. */
export async function welcome(world: HttpWorld, response: Response, signedIn: SignedIn): Promise<void> {
  response.setHeader('set-cookie', cookieOf(world, signedIn.secret, new Date(signedIn.expiresAt)))
  response.json(await toSessionView(world, signedIn.agent, signedIn.secret))
}

export function forgetCookie(world: HttpWorld, response: Response): void {
  response.setHeader('set-cookie', cookieOf(world, '', new Date(0)))
}

export async function toSessionView({ deps }: HttpWorld, agent: Agent, secret: string): Promise<SessionView> {
  return { agent: toAgentView(await getStaffMember(deps, agent.id)), csrf: csrfOf(secret) }
}

function cookieOf({ config }: HttpWorld, value: string, expires: Date): string {
  return serialize(SESSION_COOKIE, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config.publicUrl.startsWith('https://'),
    expires,
  })
}

function csrfOf(secret: string): string {
  return createHash('sha256').update(`csrf:${secret}`).digest('base64url')
}

function provesOrigin(request: Request, secret: string): boolean {
  const given = Buffer.from(request.get(CSRF_HEADER) ?? '')
  const expected = Buffer.from(csrfOf(secret))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
