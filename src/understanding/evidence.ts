import type { Weighed } from '../domain/explanation.ts'
import type { MessageVector } from './features/message-vector.ts'
import type { LinearModel } from './learner/linear-model.ts'

const MOST = 4
/** What adds less than this to a score that reaches about 1 is not worth a word. */
const LEAST = 0.05

/**
 * The parts of the message that spoke most for a class, strongest first. Every feature (n-gram, sound, stem, concept) speaks
 * for the stretch of words that shows it, so that an owner reads words instead of features.
 */
export function listWeighed(linear: LinearModel, vector: MessageVector, classId: number): readonly Weighed[] {
  const { reading, buffer, shown } = vector
  const sums = new Map<number, number>()
  for (let at = 0; at < vector.to; at++) {
    const place = shown[at] ?? 0
    const stretch = (buffer.firsts[place] ?? 0) * STRETCH + (buffer.lasts[place] ?? 0)
    const weight = (vector.values[at] ?? 0) * weightOf(linear, vector.ids[at] ?? 0, classId)
    if (weight !== 0) sums.set(stretch, (sums.get(stretch) ?? 0) + weight)
  }
  const strongest = [...sums].filter(([, weight]) => weight >= LEAST).sort(([, a], [, b]) => b - a)
  const chosen: { readonly first: number; readonly last: number; readonly weight: number }[] = []
  for (const [stretch, weight] of strongest) {
    const [first, last] = [Math.floor(stretch / STRETCH), stretch % STRETCH]
    // 「退款」 and then 「退」 would say the same twice.
    const isNew = chosen.every((one) => last < one.first || first > one.last)
    if (isNew && chosen.length < MOST) chosen.push({ first, last, weight })
  }
  return chosen.map(({ first, last, weight }) => ({
    text: reading.text.slice(reading.tokens[first]?.from ?? 0, reading.tokens[last]?.to ?? 0),
    weight: Math.round(weight * 1000) / 1000,
  }))
}

/** Two token numbers in one key; a buffer holds fewer tokens than this. */
const STRETCH = 65_536

/** A feature's classes are in rising order. */
function weightOf({ offsets, classIds, weights, steps }: LinearModel, id: number, classId: number): number {
  let low = offsets[id] ?? 0
  let high = (offsets[id + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = classIds[middle] ?? 0
    if (found === classId) return (weights[middle] ?? 0) * (steps[classId] ?? 0)
    if (found < classId) low = middle + 1
    else high = middle - 1
  }
  return 0
}
