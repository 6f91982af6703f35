import type { AssistReportView } from '../../src/protocol/assist.ts'
import { useTexts } from '../texts/use-texts.ts'

const HEIGHT = 120
const STEP = 24
/** Few days must not become a wall. */
const barWidth = (days: number) => (days <= 14 ? 6 : 16)

/** A bar a day: all messages, and of these those with a suggestion. The figures stand in the bar's title. */
export function DayBars({ days }: { readonly days: AssistReportView['days'] }) {
  const { reports } = useTexts()
  const most = Math.max(1, ...days.map(({ figures }) => figures.messages))
  const heightOf = (count: number) => (count / most) * HEIGHT
  const bar = barWidth(days.length)
  const [first] = days
  const last = days.at(-1)
  return (
    <figure className="day-bars">
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={days.map(({ day, figures }) => reports.bar(day, figures.covered, figures.messages)).join('; ')}
      >
        {days.map(({ day, figures }, index) => (
          <g key={day}>
            <title>{reports.bar(day, figures.covered, figures.messages)}</title>
            <rect className="slot" x={index * STEP} y={0} width={STEP} height={HEIGHT} />
            <rect
              className="rest"
              x={index * STEP + (STEP - bar) / 2}
              y={HEIGHT - heightOf(figures.messages)}
              width={bar}
              height={heightOf(figures.messages)}
            />
            <rect
              className="covered"
              x={index * STEP + (STEP - bar) / 2}
              y={HEIGHT - heightOf(figures.covered)}
              width={bar}
              height={heightOf(figures.covered)}
            />
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{first?.day}</span>
        <span className="legend">
          <i className="covered" /> {reports.legend.covered} <i className="rest" /> {reports.legend.rest}
        </span>
        <span>{last?.day}</span>
      </figcaption>
    </figure>
  )
}
