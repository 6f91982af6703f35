import { createHash, timingSafeEqual } from 'node:crypto'
import { parse, serialize } from 'cookie'
import type { Request, RequestHandler, Response } from 'express'
import { getStaffMember } from '../actions/agents/list-staff.ts'
import { owesSecondStep, requireSecondStep } from '../actions/agents/second-factor.ts'
import { findSignedIn, type SignedIn } from '../actions/agents/sessions.ts'
import type { Agent } from '../domain/agent.ts'
import { AppError } from '../domain/errors.ts'
import { CSRF_HEADER, cookieName, DEVICE_COOKIE, SESSION_COOKIE, type SessionView } from '../protocol/http.ts'
import { toAgentView } from '../protocol/views.ts'
import type { HttpWorld } from './world.ts'

/** The agent that `requireAgent` found. */
export interface SignedInLocals {
  agent: Agent
  secret: string
}

const DEVICE_SECONDS = 180 * 86_400
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Lets signed-in agents through; whatever changes something must also prove that it comes from our page. Who owes the shop a second step
 * comes through only where `evenOwing` says so.
 */
export function requireAgent({ deps, config }: HttpWorld, { evenOwing = false } = {}): RequestHandler {
  return async (request, response, next) => {
    const secret = readSecret(request, config)
    const agent = secret === undefined ? undefined : await findSignedIn(deps, secret)
    if (!agent || secret === undefined) throw new AppError('not_signed_in')
    if (!SAFE_METHODS.includes(request.method) && !provesOrigin(request, secret)) throw new AppError('csrf_failed')
    if (!evenOwing) await requireSecondStep(deps, agent)

    response.locals = { agent, secret } satisfies SignedInLocals
    next()
  }
}

export function localsOf(response: Response): SignedInLocals {
  return response.locals as SignedInLocals
}

type Site = Pick<HttpWorld['config'], 'publicUrl'>

export function readSecret(request: Request, site: Site): string | undefined {
  return readCookie(request, site, SESSION_COOKIE)
}

export function readDevice(request: Request, site: Site): string | undefined {
  return readCookie(request, site, DEVICE_COOKIE)
}

function readCookie(request: Request, { publicUrl }: Site, name: string): string | undefined {
  return parse(request.headers.cookie ?? '')[cookieName(name, publicUrl)]
}

/** Sets the cookie of a new session and answers with who is signed in. */
export async function welcome(
  world: HttpWorld,
  response: Response,
  { device, ...signedIn }: SignedIn & { readonly device?: string },
): Promise<void> {
  response.append('set-cookie', cookieOf(world, signedIn.secret, new Date(signedIn.expiresAt)))
  if (device !== undefined) response.append('set-cookie', deviceCookieOf(world, device))
  response.json(await toSessionView(world, signedIn.agent, signedIn.secret))
}

export function forgetCookie(world: HttpWorld, response: Response): void {
  response.append('set-cookie', cookieOf(world, '', new Date(0)))
}

export async function toSessionView({ deps }: HttpWorld, agent: Agent, secret: string): Promise<SessionView> {
  return {
    agent: toAgentView(await getStaffMember(deps, agent.id)),
    csrf: csrfOf(secret),
    owesSecondStep: await owesSecondStep(deps, agent),
  }
}

function cookieOf({ config }: HttpWorld, value: string, expires: Date): string {
  return serialize(cookieName(SESSION_COOKIE, config.publicUrl), value, { ...flagsOf(config), expires })
}

/** Signing out keeps it: it opens nothing, and only tells this browser from a stranger's. */
function deviceCookieOf({ config }: HttpWorld, device: string): string {
  return serialize(cookieName(DEVICE_COOKIE, config.publicUrl), device, { ...flagsOf(config), maxAge: DEVICE_SECONDS })
}

function flagsOf({ publicUrl }: Site) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https://') } as const
}

function csrfOf(secret: string): string {
  return createHash('sha256').update(`csrf:${secret}`).digest('base64url')
}

function provesOrigin(request: Request, secret: string): boolean {
  const given = Buffer.from(request.get(CSRF_HEADER) ?? '')
  const expected = Buffer.from(csrfOf(secret))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
