import { createContext, type ReactNode, use, useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { FigureDefinition } from '../../src/protocol/reports.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type Drilled, drilledIn, type FiguresPlace, placeIn, withDrilled, withPlace } from './figures-place.ts'
import { formatFigure } from './format-figure.ts'

interface Figures {
  readonly definitions: ReadonlyMap<string, FigureDefinition>
  readonly currency: string
}

const FiguresContext = createContext<Figures>({ definitions: new Map(), currency: 'CNY' })

interface FiguresProviderProps {
  readonly definitions: readonly FigureDefinition[]
  readonly currency: string
  readonly children: ReactNode
}

/** What the figures on a page mean, for all that shows one. */
export function FiguresProvider({ definitions, currency, children }: FiguresProviderProps) {
  const value = useMemo(
    () => ({ definitions: new Map(definitions.map((one) => [one.id, one])), currency }),
    [definitions, currency],
  )
  return <FiguresContext value={value}>{children}</FiguresContext>
}

export function useFigures(): Figures {
  return use(FiguresContext)
}

/** Writes a value of this figure as people read it. */
export function useFormatFigure(): (unit: FigureDefinition['unit'], value: number | undefined) => string {
  const texts = useTexts()
  const { currency } = useFigures()
  return useCallback((unit, value) => formatFigure(value, unit, texts, currency), [texts, currency])
}

export interface UseFiguresPlace {
  readonly place: FiguresPlace
  readonly drilled: Drilled | undefined
  /** An empty value takes a part out of the address. */
  readonly change: (change: Readonly<Record<string, string>>) => void
  readonly drill: (drilled: Drilled | undefined) => void
}

/** Which figures are looked at, and into which: both live in the address. */
export function useFiguresPlace(): UseFiguresPlace {
  const [params, setParams] = useSearchParams()
  const place = useMemo(() => placeIn(params), [params])
  const drilled = useMemo(() => drilledIn(params), [params])
  const change = useCallback(
    (changed: Readonly<Record<string, string>>) => setParams((before) => withPlace(before, changed), { replace: true }),
    [setParams],
  )
  const drill = useCallback(
    (into: Drilled | undefined) => setParams((before) => withDrilled(before, into), { replace: into === undefined }),
    [setParams],
  )
  return { place, drilled, change, drill }
}
