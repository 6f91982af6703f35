import type { Candidate } from '../../domain/explanation.ts'
import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { Matrix } from '../features/space.ts'

/** What was weighed, without what it rested on. */
export type Confidence = Pick<Candidate, 'intent' | 'confidence'>

/** How like each two of `size` things are, from 0 to 1; each pair once. */
export interface Likeness {
  readonly size: number
  /** The pair of `a` > `b` lies at `a * (a - 1) / 2 + b`. */
  readonly values: Float32Array
}

export function placeOf(a: number, b: number): number {
  return a > b ? (a * (a - 1)) / 2 + b : (b * (b - 1)) / 2 + a
}

/** What is weighed for two utterances alike counts so much beside their own words. Measured by bench/clusters.ts. */
const WEIGHED_ALIKE = 0.2

/** The cosine of each two rows, and how alike the intents are that were weighed for them. */
export function toLikeness(matrix: Matrix, features: number, weighed: readonly (readonly Confidence[])[]): Likeness {
  const size = weighed.length
  const profiles = weighed.map(toProfile)
  const likeness = { size, values: new Float32Array((size * (size - 1)) / 2) }
  const shown = createPostings(matrix, size, features)
  const shared = new Float32Array(size)
  for (let a = 0; a < size; a++) {
    shared.fill(0, 0, a)
    addShared(matrix, a, shown, shared)
    const start = (a * (a - 1)) / 2
    for (let b = 0; b < a; b++) {
      const words = (shared[b] ?? 0) + dotMeanings(matrix.meanings, a * MEANING, matrix.meanings, b * MEANING)
      likeness.values[start + b] = words + WEIGHED_ALIKE * ((alike(profiles[a], profiles[b]) ?? words) - words)
    }
  }
  return likeness
}

/** By feature, the rows that show it and how strongly, as far as they were gone through: `ends` grows with them. */
interface Postings {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly rows: Int32Array
  readonly values: Float32Array
}

function createPostings({ offsets, ids }: Matrix, size: number, features: number): Postings {
  const cells = offsets[size] ?? 0
  const starts = new Int32Array(features + 1)
  for (let at = 0; at < cells; at++) starts[(ids[at] ?? 0) + 1] = (starts[(ids[at] ?? 0) + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  return { starts, ends: starts.slice(), rows: new Int32Array(cells), values: new Float32Array(cells) }
}

/** Adds up what a row has in common with each before it, and enters it for those that follow. */
function addShared(matrix: Matrix, row: number, { starts, ends, rows, values }: Postings, shared: Float32Array): void {
  const to = matrix.offsets[row + 1] ?? 0
  for (let at = matrix.offsets[row] ?? 0; at < to; at++) {
    const id = matrix.ids[at] ?? 0
    const value = matrix.values[at] ?? 0
    if (value === 0) continue
    const end = ends[id] ?? 0
    for (let cell = starts[id] ?? 0; cell < end; cell++) {
      const before = rows[cell] ?? 0
      shared[before] = (shared[before] ?? 0) + value * (values[cell] ?? 0)
    }
    rows[end] = row
    values[end] = value
    ends[id] = end + 1
  }
}

type Profile = readonly { readonly intent: string; readonly share: number }[]

/** The roots of the confidences, scaled to length 1: two profiles' product is 1 where the same was weighed. */
function toProfile(candidates: readonly Confidence[]): Profile {
  const sum = candidates.reduce((total, { confidence }) => total + confidence, 0)
  return candidates.map(({ intent, confidence }) => ({ intent, share: sum > 0 ? Math.sqrt(confidence / sum) : 0 }))
}

/** Undefined where nothing was weighed for one of them. */
function alike(a: Profile = [], b: Profile = []): number | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  let sum = 0
  for (const one of a) {
    for (const other of b) if (one.intent === other.intent) sum += one.share * other.share
  }
  return sum
}
