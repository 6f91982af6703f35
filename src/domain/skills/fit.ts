import type { Cut, Measure, SizeRow, SizeTable } from '../knowledge.ts'

/** A body as it was told: cm and kg. */
export interface Build {
  readonly height?: number
  readonly weight?: number
  readonly waist?: number
  readonly foot?: number
  /** The size that is usually worn, as the shop writes sizes. */
  readonly usual?: string
  readonly prefers?: 'close' | 'roomy'
}

/** `sure`: every measure lies in its range. `likely`: some lie a little outside, or only one of several is known. `between`: two sizes fit. */
export type Sureness = 'sure' | 'likely' | 'between'

export type FitAdvice =
  | { readonly kind: 'size'; readonly row: SizeRow; readonly sureness: Sureness; readonly other?: SizeRow }
  /** No size is made for this body. */
  | { readonly kind: 'outside' }

const MEASURED: readonly Measure[] = ['height', 'weight', 'waist', 'foot']
/** Girth decides more than height; how far outside of its range a measure may lie before a size does not fit. */
const IMPORTANCE: Readonly<Record<Measure, number>> = { weight: 2, waist: 2, foot: 2, height: 1 }
const LEEWAY: Readonly<Record<Measure, number>> = { height: 8, weight: 4, waist: 3, foot: 0.5 }
/** Beyond this share of a range, counted from its lower end, a roomier or closer fit takes the neighbour. */
const UPPER_PART = 0.6
const LOWER_PART = 0.4

/** The size of this table for this body; undefined while too little is known, or where the table says nothing of bodies. */
export function adviseSize(table: SizeTable, build: Build, cut: Cut = 'regular'): FitAdvice | undefined {
  const usualAt = table.rows.findIndex(({ size }) => size.toLowerCase() === build.usual?.toLowerCase())
  const known = MEASURED.filter((measure) => build[measure] !== undefined && goesBy(table, measure))
  if (known.length === 0) {
    const row = table.rows[usualAt]
    return row && { kind: 'size', row, sureness: 'likely' }
  }
  const distances = table.rows.map((row) => distanceTo(row, build, known))
  const least = Math.min(...distances)
  const at = distances.indexOf(least)
  if (isBeyond(table.rows[at], build, known)) return { kind: 'outside' }

  const shifted = at + shiftFor(table.rows[at], build, cut)
  const isEnough = known.length > 1 || MEASURED.every((one) => known.includes(one) || !goesBy(table, one))
  return toAdvice(table.rows, { at, shifted, usualAt, exact: least === 0 && isEnough })
}

/** Whether a table says of any size whom it fits by this measure. */
export function goesBy({ rows }: SizeTable, measure: Measure): boolean {
  return rows.some(({ fits }) => fits[measure])
}

interface Found {
  readonly at: number
  readonly shifted: number
  readonly usualAt: number
  readonly exact: boolean
}

function toAdvice(rows: readonly SizeRow[], { at, shifted, usualAt, exact }: Found): FitAdvice | undefined {
  const row = rows[shifted] ?? rows[at]
  if (!row) return undefined
  const usual = rows[usualAt]
  if (usual && usual !== row && Math.abs(usualAt - rows.indexOf(row)) === 1) {
    return { kind: 'size', row, sureness: 'between', other: usual }
  }
  const neighbour = shifted === at ? undefined : rows[at]
  if (neighbour && neighbour !== row) return { kind: 'size', row, sureness: 'between', other: neighbour }
  return { kind: 'size', row, sureness: exact || usual === row ? 'sure' : 'likely' }
}

function distanceTo({ fits }: SizeRow, build: Build, known: readonly Measure[]): number {
  return known.reduce((sum, measure) => sum + IMPORTANCE[measure] * outsideBy(fits[measure], build[measure] ?? 0), 0)
}

/** In leeways; 0 within the range. A size that says nothing of a measure neither fits nor fails by it. */
function outsideBy(range: readonly [number, number] | undefined, value: number, leeway = 1): number {
  if (!range) return 0.5
  const [low, high] = range
  return Math.max(0, low - value, value - high) / leeway
}

function isBeyond(row: SizeRow | undefined, build: Build, known: readonly Measure[]): boolean {
  return known.some((measure) => outsideBy(row?.fits[measure], build[measure] ?? 0, LEEWAY[measure]) > 1)
}

/** Who likes it roomy and fills a size well is better off with the next; a loose cut is roomy by itself. */
function shiftFor(row: SizeRow | undefined, { weight, prefers }: Build, cut: Cut): -1 | 0 | 1 {
  const range = row?.fits.weight
  if (!range || weight === undefined || !prefers) return 0
  const part = (weight - range[0]) / Math.max(1, range[1] - range[0])
  if (prefers === 'roomy') return cut !== 'loose' && part >= UPPER_PART ? 1 : 0
  return cut !== 'slim' && part <= LOWER_PART ? -1 : 0
}
