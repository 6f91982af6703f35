import { useTexts } from '../texts/use-texts.ts'

const WIDTH = 120
const HEIGHT = 28

/** How often something was asked day by day; a screen reader is told the numbers. */
export function Sparkline({ days }: { readonly days: readonly number[] }) {
  const { questions } = useTexts()
  const most = Math.max(1, ...days)
  const step = WIDTH / Math.max(1, days.length)
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={questions.trend(days)}
    >
      {days.map((count, day) => {
        const height = count === 0 ? 1 : 3 + ((HEIGHT - 3) * count) / most
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
            key={day}
            className={count === 0 ? 'none' : undefined}
            x={day * step}
            y={HEIGHT - height}
            width={Math.max(1, step - 1)}
            height={height}
          />
        )
      })}
    </svg>
  )
}
