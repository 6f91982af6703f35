const BINS = 256

/**
 * Indices of about the `count` highest values, never more, in no order; values of 0 and less are not among them. A histogram
 * finds the cut in one pass: sorting thousands of values for each of thousands of classes would cost more than training.
 */
export function highest(values: Float32Array, count: number): readonly number[] {
  const top = values.reduce((most, value) => Math.max(most, value), 0)
  if (top === 0) return []

  const bins = new Int32Array(BINS)
  const binOf = (value: number) => Math.floor((value / top) * (BINS - 1))
  for (const value of values) if (value > 0) bins[binOf(value)] = (bins[binOf(value)] ?? 0) + 1
  let cut = BINS
  for (let above = 0; cut > 0 && above + (bins[cut - 1] ?? 0) <= count; cut--) above += bins[cut - 1] ?? 0

  const found: number[] = []
  for (const [at, value] of values.entries()) if (value > 0 && binOf(value) >= cut) found.push(at)
  return found
}
