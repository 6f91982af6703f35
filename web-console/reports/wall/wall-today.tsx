import type { WallView } from '../../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { useFigures, useFormatFigure } from '../figures-context.tsx'

/** Today so far. */
export function WallToday({ figures }: { readonly figures: WallView['today'] }) {
  const { wall: words } = useTexts().figures
  const locale = useLocale()
  const { definitions } = useFigures()
  const format = useFormatFigure()
  return (
    <section className="wall-today" aria-label={words.today}>
      <h2>{words.today}</h2>
      <dl>
        {figures.map(({ id, value }) => {
          const definition = definitions.get(id)
          return definition ? (
            <div key={id}>
              <dt>{definition.name[locale]}</dt>
              <dd>{format(definition.unit, value)}</dd>
            </div>
          ) : null
        })}
      </dl>
    </section>
  )
}
