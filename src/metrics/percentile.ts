interface Bucket {
  readonly metricName?: string
  readonly labels: Readonly<Record<string, string | number | undefined>>
  readonly value: number
}

/** The bound below which this share of a histogram lies, all its labels together; undefined of nothing. A coarse figure, never too low. */
export function percentile(values: readonly Bucket[], share: number): number | undefined {
  const atMost = new Map<number, number>()
  for (const { labels, value, metricName } of values) {
    if (!metricName?.endsWith('_bucket')) continue
    const bound = labels['le'] === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels['le'])
    atMost.set(bound, (atMost.get(bound) ?? 0) + value)
  }
  const total = atMost.get(Number.POSITIVE_INFINITY) ?? 0
  if (total === 0) return undefined

  const bounds = [...atMost.keys()].toSorted((a, b) => a - b)
  return bounds.find((bound) => (atMost.get(bound) ?? 0) >= total * share)
}
