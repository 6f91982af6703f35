import { expect, it } from 'vitest'
import { MEASURES } from '../../../src/domain/metrics/fact.ts'
import { FIGURES } from '../../../src/domain/metrics/figures.ts'
import { metricsDoc } from '../../support/metrics-doc.ts'

it('says in docs/metrics.md what every figure counts', async () => {
  // After a change of a definition: npx vitest run --project quick test/domain/metrics/metrics-doc.test.ts -u
  await expect(metricsDoc()).toMatchFileSnapshot('../../../docs/metrics.md')
})

it('gives every figure an id of its own, and counts only what is kept', () => {
  const kept = ({ of, numerator, denominator }: (typeof FIGURES)[number]) => {
    const named = [numerator, denominator].flatMap((part) => [
      ...Object.keys(part?.is ?? {}),
      ...[part?.known, part?.past, part?.amount].filter((name) => name !== undefined),
    ])
    const measures: readonly string[] = MEASURES[of]
    return named.filter((name) => !measures.includes(name))
  }

  expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(FIGURES.length)
  expect(FIGURES.flatMap(kept)).toEqual([])
})
