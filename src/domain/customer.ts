import type { AgentId, CustomerId } from './ids.ts'
import type { Locale } from './localized-text.ts'

export const TIERS = ['vip', 'key', 'regular', 'small'] as const
export type Tier = (typeof TIERS)[number]

/** The person who writes, and the record that gathers all there is about them. */
export interface Customer {
  readonly id: CustomerId
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly locale: Locale
  readonly tier: Tier
  /** Whether the shop has vouched for who this is. */
  readonly verified: boolean
  readonly tags: readonly string[]
  readonly createdAt: number
  readonly lastSeenAt: number
  /** Until when they may not write; a moment that has passed says nothing. */
  readonly blockedUntil?: number
}

/** Something that the people of the shop remember of a customer; they alone read it. */
export interface CustomerNote {
  readonly id: string
  readonly customerId: CustomerId
  readonly text: string
  /** Absent for what was written before authors were kept, or by no person. */
  readonly by?: { readonly id: AgentId; readonly name: string }
  readonly at: number
  readonly editedAt?: number
}

/** One way to know a customer: the shop's own id, a phone number, an e-mail address. */
export interface Identity {
  readonly kind: 'shop' | 'phone' | 'email'
  readonly value: string
}

/** What the shop's signed identity token says of the visitor. */
export interface VerifiedIdentity {
  readonly shopId: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
}

/** `138****5678`; what is too short to mask is masked whole. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** `王**`: the family name tells whose it is to whom it belongs. */
export function maskName(name: string): string {
  return name.length < 2 ? '*' : `${name.slice(0, 1)}${'*'.repeat(Math.min(2, name.length - 1))}`
}

/** Keeps the beginning of a street, enough to know it again. */
export function maskAddress(street: string): string {
  return `${street.slice(0, Math.min(6, Math.ceil(street.length / 2)))}****`
}
