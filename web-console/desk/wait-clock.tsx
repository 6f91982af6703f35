import { useNow } from '../shell/use-now.ts'
import { waitLevel } from '../state/select-rows.ts'
import { formatWait } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'

/** How long a customer has been waiting for a person; deepens in colour, red from 100 seconds on. */
export function WaitClock({ since }: { readonly since: number }) {
  const texts = useTexts()
  const now = useNow()
  const text = formatWait(now - since, texts)
  return (
    <span className={`wait wait-${waitLevel(since, now)}`} title={texts.row.waits(text)}>
      {text}
    </span>
  )
}
