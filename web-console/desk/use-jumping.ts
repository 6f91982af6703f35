import { useCallback, useState } from 'react'
import { loadAround } from '../live/fetch-desk.ts'
import { thrownText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'

/** A message that is to be shown; a new object each time that it is asked for. */
export interface Target {
  readonly seq: number
}

/** Brings a message into sight; its stretch of the conversation is fetched first where it is not loaded. */
export function useJumping(conversationId: string): readonly [Target | undefined, (seq: number) => void] {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  const [target, setTarget] = useState<Target>()
  const jump = useCallback(
    (seq: number) =>
      void loadAround(desk.store, conversationId, seq).then(
        () => setTarget({ seq }),
        (thrown: unknown) => say.error(thrownText(texts, thrown)),
      ),
    [desk, conversationId, texts, say],
  )
  return [target, jump]
}
