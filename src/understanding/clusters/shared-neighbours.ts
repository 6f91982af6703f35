import { type Likeness, placeOf } from './likeness.ts'

/** So many of the likest make a neighbourhood. */
const NEIGHBOURS = 15
/** What is less alike than this is no neighbour. */
const LEAST = 0.1
const OWN = 0.5

interface Neighbour {
  readonly row: number
  readonly value: number
}

/** Two that have the same neighbours mean the same though they share few words: each pair's likeness becomes the mean of its own and of its neighbourhoods'. */
export function withNeighbours(likeness: Likeness): Likeness {
  const { size, values } = likeness
  const near = Array.from({ length: size }, (_, row) => toNeighbourhood(likeness, row))
  // Who has this one for a neighbour.
  const neighbourOf: Neighbour[][] = near.map(() => [])
  for (const [row, neighbours] of near.entries()) {
    for (const one of neighbours) neighbourOf[one.row]?.push({ row, value: one.value })
  }
  const mixed = values.map((value) => OWN * value)
  for (const sharing of neighbourOf) {
    for (const [at, one] of sharing.entries()) {
      for (const other of sharing.slice(0, at)) {
        const place = placeOf(one.row, other.row)
        mixed[place] = (mixed[place] ?? 0) + (1 - OWN) * one.value * other.value
      }
    }
  }
  return { size, values: mixed }
}

/** Itself and its likest, scaled to length 1. */
function toNeighbourhood({ size, values }: Likeness, row: number): readonly Neighbour[] {
  const best: Neighbour[] = [{ row, value: 1 }]
  for (let other = 0; other < size; other++) {
    const value = other === row ? 0 : (values[placeOf(row, other)] ?? 0)
    if (value <= LEAST || (best.length > NEIGHBOURS && value <= (best.at(-1)?.value ?? 0))) continue
    const rank = best.findIndex((one) => value > one.value)
    best.splice(rank < 0 ? best.length : rank, 0, { row: other, value })
    if (best.length > NEIGHBOURS + 1) best.pop()
  }
  const length = Math.sqrt(best.reduce((sum, { value }) => sum + value * value, 0))
  return best.map((one) => ({ row: one.row, value: one.value / length }))
}
