import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../../src/config/config.ts'
import { MEASURES, type Product, type SizeTable } from '../../../src/domain/knowledge.ts'
import { adviseSize, type Build } from '../../../src/domain/skills/fit.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'

const row = (size: string, height: readonly [number, number], weight: readonly [number, number]) => ({
  size,
  cells: {},
  fits: { height, weight },
})
const SHIRT: SizeTable = {
  unit: 'cm',
  columns: {},
  rows: [row('S', [150, 160], [40, 50]), row('M', [160, 168], [50, 60]), row('L', [168, 176], [60, 70])],
}
const SHOE: SizeTable = {
  unit: 'mm',
  columns: {},
  rows: [
    { size: '37', cells: {}, fits: { foot: [23, 23.5] } },
    { size: '38', cells: {}, fits: { foot: [23.5, 24] } },
  ],
}
const sizeOf = (table: SizeTable, build: Build, cut?: Product['cut']) => {
  const advice = adviseSize(table, build, cut)
  return advice?.kind === 'size' ? advice.row.size : advice?.kind
}

describe('the size for a body', () => {
  it('is sure where every measure lies in the range of one row', () => {
    expect(adviseSize(SHIRT, { height: 164, weight: 55 })).toMatchObject({ row: { size: 'M' }, sureness: 'sure' })
  })

  it('is sure by the foot alone where the table goes by nothing else', () => {
    expect(adviseSize(SHOE, { foot: 23.8 })).toMatchObject({ row: { size: '38' }, sureness: 'sure' })
  })

  it('is likely where one of two measures is known, or one lies a little outside', () => {
    expect(adviseSize(SHIRT, { weight: 55 })).toMatchObject({ row: { size: 'M' }, sureness: 'likely' })
    expect(adviseSize(SHIRT, { height: 172, weight: 55 })).toMatchObject({ sureness: 'likely' })
  })

  it('goes by girth before height', () => {
    expect(sizeOf(SHIRT, { height: 170, weight: 51 })).toBe('M')
    expect(sizeOf(SHIRT, { height: 165, weight: 64 })).toBe('L')
  })

  it('is none for a body that no row is made for', () => {
    expect(sizeOf(SHIRT, { height: 165, weight: 90 })).toBe('outside')
    expect(sizeOf(SHIRT, { height: 190, weight: 65 })).toBe('outside')
    expect(sizeOf(SHOE, { foot: 26 })).toBe('outside')
  })

  it('is not told without a measure that the table goes by', () => {
    expect(adviseSize(SHIRT, {})).toBeUndefined()
    expect(adviseSize(SHIRT, { foot: 24 })).toBeUndefined()
    expect(adviseSize({ ...SHIRT, rows: [{ size: 'S', cells: {}, fits: {} }] }, { height: 160 })).toBeUndefined()
  })
})

describe('what is usually worn', () => {
  it('is enough by itself, without being sure', () => {
    expect(adviseSize(SHIRT, { usual: 'l' })).toMatchObject({ row: { size: 'L' }, sureness: 'likely' })
  })

  it('makes sure of what the measures say', () => {
    expect(adviseSize(SHIRT, { weight: 55, usual: 'M' })).toMatchObject({ row: { size: 'M' }, sureness: 'sure' })
  })

  it('leaves it between the two where it is the neighbour', () => {
    expect(adviseSize(SHIRT, { height: 164, weight: 55, usual: 'L' })).toMatchObject({
      row: { size: 'M' },
      other: { size: 'L' },
      sureness: 'between',
    })
  })

  it('counts for nothing where it is far off', () => {
    expect(adviseSize(SHIRT, { height: 155, weight: 45, usual: 'L' })).toMatchObject({
      row: { size: 'S' },
      sureness: 'sure',
    })
  })
})

describe('who likes it roomy or close', () => {
  const filled = { height: 164, weight: 58 }
  const slight = { height: 164, weight: 52 }

  it('is led to the neighbour, and told of the other', () => {
    const between = { row: { size: 'L' }, other: { size: 'M' }, sureness: 'between' }
    expect(adviseSize(SHIRT, { ...filled, prefers: 'roomy' })).toMatchObject(between)
    expect(sizeOf(SHIRT, { ...slight, prefers: 'close' })).toBe('S')
  })

  it('keeps a size that is roomy or close enough already', () => {
    expect(sizeOf(SHIRT, { ...slight, prefers: 'roomy' })).toBe('M')
    expect(sizeOf(SHIRT, { ...filled, prefers: 'close' })).toBe('M')
  })

  it('needs no neighbour where the cut does it', () => {
    expect(sizeOf(SHIRT, { ...filled, prefers: 'roomy' }, 'loose')).toBe('M')
    expect(sizeOf(SHIRT, { ...slight, prefers: 'close' }, 'slim')).toBe('M')
  })

  it('stays with the largest or smallest there is', () => {
    expect(sizeOf(SHIRT, { height: 172, weight: 69, prefers: 'roomy' })).toBe('L')
    expect(sizeOf(SHIRT, { height: 155, weight: 41, prefers: 'close' })).toBe('S')
  })
})

describe('every size table of the demo shop', () => {
  let worn: readonly (Product & { readonly sizeTable: SizeTable })[]
  beforeAll(async () => {
    const loaded = await loadKnowledge(join(ROOT, 'intents'))
    if (!loaded.ok) throw new Error('The demo shop does not load.')
    worn = [...loaded.knowledge.products.values()].flatMap((product) => {
      const { sizeTable } = product
      return sizeTable?.rows.some(({ fits }) => Object.keys(fits).length > 0) ? [{ ...product, sizeTable }] : []
    })
  })

  it('gives whoever is in the middle of a row that row, surely', () => {
    const wrong = worn.flatMap(({ id, sizeTable, cut }) =>
      sizeTable.rows.flatMap(({ size, fits }) => {
        const middle = MEASURES.flatMap((one) => (fits[one] ? [[one, (fits[one][0] + fits[one][1]) / 2] as const] : []))
        const advice = adviseSize(sizeTable, Object.fromEntries(middle), cut)
        const isRight = advice?.kind === 'size' && advice.row.size === size && advice.sureness === 'sure'
        return isRight ? [] : [`${id} ${size}: ${JSON.stringify(advice)}`]
      }),
    )

    expect(worn.length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  })

  it('never gives a smaller size to who grows heavier', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1000 }),
        fc.integer({ min: 80, max: 195 }),
        fc.integer({ min: 20, max: 120 }),
        fc.double({ min: 0.1, max: 15, noNaN: true }),
        fc.constantFrom('close' as const, 'roomy' as const, undefined),
        (n, height, weight, more, prefers) => {
          const { sizeTable, cut } = worn[n % worn.length] ?? { sizeTable: SHIRT, cut: 'regular' as const }
          const placeAt = (kg: number) => {
            const build = { height, weight: kg, ...(prefers && { prefers }) }
            const advice = adviseSize(sizeTable, build, cut)
            return advice?.kind === 'size' ? sizeTable.rows.indexOf(advice.row) : undefined
          }
          const [before, after] = [placeAt(weight), placeAt(weight + more)]
          if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
