import type { Document } from 'yaml'
import type { Splice } from './lines.ts'
import type { Match } from './match.ts'
import type { Style } from './style.ts'

/** One pass over a text: what is found to be different becomes splices. */
export interface Work {
  readonly text: string
  readonly document: Document
  readonly style: Style
  readonly splices: Splice[]
  /** Anchors that go: what refers to them (`*name`) is written out. */
  readonly leaving: ReadonlySet<string>
}

/** Where a value stands. `from` is behind its colon or dash, or where it begins; `end` is behind its last character. */
export interface Spot {
  readonly kind: 'key' | 'dash' | 'flow' | 'root'
  readonly from: number
  readonly end: number
  /** Of its key or its dash. */
  readonly column: number
  /** How many columns the key takes. */
  readonly used: number
  /** The key that it stands below, with `[]` for each list between. */
  readonly key: string
}

/** Keys and places that lead to the one thing that is changed: on the way, entries of lists are who they were. */
export type Route = readonly (string | number)[]

/** What stands at a spot, and what is to. */
export interface Wish {
  readonly node: unknown
  readonly value: unknown
  readonly route?: Route | undefined
}

export type Change = (work: Work, spot: Spot, wish: Wish) => void

export interface WantedMap {
  readonly value: Readonly<Record<string, unknown>>
  readonly route: Route | undefined
}

export interface WantedList {
  readonly values: readonly unknown[]
  readonly match: Match
  readonly route: Route | undefined
}

export function routeBelow(route: Route | undefined, step: string | number): Route | undefined {
  return route?.[0] === step ? route.slice(1) : undefined
}

/** Nothing here is understood well enough to be changed piece by piece. */
export class TooUnusual extends Error {}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
