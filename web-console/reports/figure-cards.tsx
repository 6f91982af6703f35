import type { AreaReport } from '../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { ChangeMark } from './change-mark.tsx'
import { DrillNumber } from './drill-number.tsx'
import { FigureHint } from './figure-hint.tsx'
import { useFigures } from './figures-context.tsx'

interface FigureCardsProps {
  readonly figures: AreaReport['figures']
  /** What it is compared with, in a word or two. */
  readonly against: string
}

/** The figures of a period, each with its change and what it was counted from. */
export function FigureCards({ figures, against }: FigureCardsProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const { definitions } = useFigures()
  return (
    <ul className="figure-cards" aria-label={words.cards}>
      {figures.map((figure) => {
        const definition = definitions.get(figure.id)
        if (!definition) return null
        return (
          <li key={figure.id} className="figure-card" data-figure={figure.id}>
            <p className="figure-name">
              <b>{definition.name[locale]}</b>
              <FigureHint definition={definition} />
            </p>
            <p className="figure-value">
              <DrillNumber figure={figure} />
              {figure.denominator === undefined ? null : <Parts figure={figure} />}
            </p>
            <p className="figure-change" title={against}>
              <ChangeMark definition={definition} now={figure} before={figure.before} />
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function Parts({ figure }: { readonly figure: AreaReport['figures'][number] }) {
  return (
    <small className="figure-parts">
      <DrillNumber figure={figure} shows="numerator" /> / <DrillNumber figure={figure} shows="denominator" />
    </small>
  )
}
