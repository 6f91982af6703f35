import { useNow } from '../shell/use-now.ts'
import { useTexts } from '../texts/use-texts.ts'

interface CountdownProps {
  readonly from: number
  readonly until: number
}

/** How long until a suggestion goes out by itself, as a bar that runs empty and in words. */
export function Countdown({ from, until }: CountdownProps) {
  const { suggest, assist } = useTexts()
  const now = useNow()
  const seconds = Math.ceil((until - now) / 1000)
  const left = Math.max(0, Math.min(until - from, until - now))
  return (
    <span className="countdown">
      <progress max={Math.max(1, until - from)} value={left} aria-label={assist.countdown} />
      {seconds > 0 ? suggest.sendsIn(seconds) : suggest.sendingNow}
    </span>
  )
}
