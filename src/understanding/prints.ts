import { createHash } from 'node:crypto'
import type { TrainingSource } from './training-source.ts'

/** Fingerprints of what a model was made of: they tell what changed since. */
export interface Prints {
  /** By intent; the last is what is out of scope. */
  readonly classes: readonly string[]
  /** Of all that concerns every intent: the lexicon and the seed. */
  readonly setting: string
}

export function toPrints({ intents, outOfScope, synonyms }: TrainingSource, seed: number): Prints {
  return { classes: [...intents, outOfScope].map(printOf), setting: printOf([seed, synonyms]) }
}

export function isSame(one: Prints, other: Prints): boolean {
  return printOf(one) === printOf(other)
}

export function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}
