import { useCallback, useState } from 'react'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Does something that may be refused, and says so; `busy` while it is under way. */
export function useAttempt() {
  const texts = useTexts()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const attempt = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true)
      try {
        await work()
        return true
      } catch (thrown) {
        say.error(thrownText(texts, thrown))
        return false
      } finally {
        setBusy(false)
      }
    },
    [texts, say],
  )
  return { attempt, busy }
}
