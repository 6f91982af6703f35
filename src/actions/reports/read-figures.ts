import type { Agent } from '../../domain/agent.ts'
import { FACT_KINDS } from '../../domain/metrics/fact.ts'
import type { Figure, FigureArea, FigureDimension } from '../../domain/metrics/figure.ts'
import { figuresOf } from '../../domain/metrics/figures.ts'
import { type FigureSums, type FigureValue, keysOf, toFigureValue } from '../../domain/metrics/report.ts'
import { type Period, periodBefore } from '../../domain/report-days.ts'
import type { FactFilter, FactKey } from '../../ports/figures.ts'
import type { Deps } from '../deps.ts'
import { type Asked, readCounted, tallyAll, toFilter } from './figure-scope.ts'

export interface FiguresRead extends Period {
  readonly before: Period
  readonly figures: readonly (FigureValue & { readonly before?: FigureValue })[]
  readonly by: FigureDimension
  readonly rows: readonly { readonly key: string; readonly figures: readonly FigureValue[] }[]
  readonly countedUntil: number
  readonly behind: number
}

/** The figures of one area: in sum, beside those of the days before, and along one dimension. */
export async function readFigures(
  deps: Deps,
  agent: Agent,
  { area, by, ...asked }: Asked & { readonly area: FigureArea; readonly by: FigureDimension },
): Promise<FiguresRead> {
  const where = toFilter(deps, agent, asked, area)
  const before = periodBefore(where)
  const figures = figuresOf(area)
  const sums = await sumFigures(deps, figures, where, [by])
  const sumsBefore = await sumFigures(deps, figures, { ...where, ...before }, [])
  return {
    from: where.from,
    until: where.until,
    before,
    figures: figures.map((figure) => ({
      ...toFigureValue(figure, total(sums, figure)),
      before: toFigureValue(figure, total(sumsBefore, figure)),
    })),
    by,
    rows: toRows(
      sums,
      figures.filter((figure) => figure.by.includes(by)),
      keysOf(by, where),
    ),
    ...(await readCounted(deps)),
  }
}

/** What figures come to, by key; the key of everything is empty. */
export type Sums = ReadonlyMap<string, ReadonlyMap<Figure, FigureSums>>

/** One question per table of facts, whatever the number of figures. */
export async function sumFigures(
  deps: Deps,
  figures: readonly Figure[],
  where: FactFilter,
  by: readonly FactKey[],
): Promise<Sums> {
  const sums = new Map<string, Map<Figure, FigureSums>>()
  for (const of of FACT_KINDS) {
    const some = figures.filter((figure) => figure.of === of)
    if (some.length === 0) continue

    const counted = some.flatMap(({ numerator, denominator }) => [numerator, denominator ?? numerator])
    for (const { keys, values } of await tallyAll(deps, { of, counted, where, by })) {
      const key = keys.join('\n')
      const known = sums.get(key) ?? new Map<Figure, FigureSums>()
      sums.set(key, known)
      for (const [at, figure] of some.entries()) {
        known.set(figure, { numerator: values[at * 2] ?? 0, denominator: values[at * 2 + 1] ?? 0 })
      }
    }
  }
  return sums
}

const NOTHING: FigureSums = { numerator: 0, denominator: 0 }

export function total(sums: Sums, figure: Figure): FigureSums {
  return [...sums.values()].reduce((all, one) => {
    const { numerator, denominator } = one.get(figure) ?? NOTHING
    return { numerator: all.numerator + numerator, denominator: all.denominator + denominator }
  }, NOTHING)
}

function toRows(sums: Sums, figures: readonly Figure[], keys: readonly string[] | undefined): FiguresRead['rows'] {
  const [main] = figures
  const size = (key: string) => (main ? (sums.get(key)?.get(main)?.numerator ?? 0) : 0)
  const shown = keys ?? [...sums.keys()].toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
  return shown.map((key) => ({
    key,
    figures: figures.map((figure) => toFigureValue(figure, sums.get(key)?.get(figure) ?? NOTHING)),
  }))
}
