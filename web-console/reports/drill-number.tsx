import type { FigureView } from '../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { useFigures, useFiguresPlace, useFormatFigure } from './figures-context.tsx'
import type { Drilled } from './figures-place.ts'

interface DrillNumberProps {
  readonly figure: FigureView
  /** Which of its numbers: what it comes to, what is counted, or of how many. */
  readonly shows?: 'value' | 'numerator' | 'denominator'
  readonly row?: Drilled['row']
  readonly before?: true
}

/** A number that opens what it was counted from. */
export function DrillNumber({ figure, shows = 'value', row, before }: DrillNumberProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const { definitions } = useFigures()
  const format = useFormatFigure()
  const definition = definitions.get(figure.id)
  const value = figure[shows]
  if (!definition || value === undefined) return <span className="figure-none">{words.none}</span>

  const unit = shows === 'value' ? definition.unit : partUnit(definition.unit, shows)
  const part = shows === 'denominator' ? 'denominator' : 'numerator'
  const into = { figure: figure.id, part, ...(row && { row }), ...(before && { before }) } as const
  return <DrillButton into={into} name={definition.name[locale]} text={format(unit, value)} />
}

interface DrillButtonProps {
  readonly into: Drilled
  readonly name: string
  readonly text: string
}

/** The same for a number that is no figure's own, but counted from the same things. */
export function DrillButton({ into, name, text }: DrillButtonProps) {
  const { figures: words } = useTexts()
  const { drill } = useFiguresPlace()
  return (
    <button
      type="button"
      className="figure-number"
      aria-label={words.drill.open(name, text)}
      onClick={() => drill(into)}
    >
      {text}
    </button>
  )
}

/** Sums of times stay times, sums of money stay money; the rest is counted. */
function partUnit(unit: 'count' | 'share' | 'time' | 'money' | 'ratio' | 'score', part: 'numerator' | 'denominator') {
  if (part === 'numerator' && (unit === 'time' || unit === 'money')) return unit
  return 'count'
}
