import { useSyncExternalStore } from 'react'
import type { SessionView } from '../../src/protocol/http.ts'
import { request, setCsrf } from './http.ts'
import { Refusal } from './refusal.ts'

export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: SessionView }

const listeners = new Set<() => void>()
let state: SessionState = { kind: 'unknown' }
let asked = false

function set(next: SessionState): void {
  state = next
  setCsrf(next.kind === 'in' ? next.session.csrf : '')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

/** Asks once, from the first page that wants to know; an invitation does not. */
export function ensureSession(): void {
  if (asked) return

  asked = true
  void loadSession()
}

/** Asks the server who is signed in here. */
export async function loadSession(): Promise<void> {
  try {
    set({ kind: 'in', session: await request<SessionView>('GET', '/api/v1/session') })
  } catch (thrown) {
    const signedOut = thrown instanceof Refusal && thrown.status === 401
    set({ kind: signedOut ? 'out' : 'unreachable' })
  }
}

export async function signIn(draft: { login: string; password: string; code?: string }): Promise<void> {
  set({ kind: 'in', session: await request<SessionView>('POST', '/api/v1/session', draft) })
}

export async function signOut(): Promise<void> {
  await request('DELETE', '/api/v1/session')
  forgetSession()
}

export async function changePassword(draft: { current: string; next: string }): Promise<void> {
  set({ kind: 'in', session: await request<SessionView>('PUT', '/api/v1/session/password', draft) })
}

export async function signOutEverywhere(myId: string): Promise<void> {
  await request('DELETE', `/api/v1/agents/${encodeURIComponent(myId)}/sessions`)
  forgetSession()
}

/** The server no longer knows us: back to the sign-in page. */
export function forgetSession(): void {
  set({ kind: 'out' })
}

export function invitePath(token: string): string {
  return `/api/v1/invites/${encodeURIComponent(token)}`
}

export async function acceptInvite(
  token: string,
  draft: { login: string; name: string; password: string },
): Promise<void> {
  set({ kind: 'in', session: await request<SessionView>('POST', `${invitePath(token)}/accept`, draft) })
}
