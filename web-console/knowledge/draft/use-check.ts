import { useCallback, useEffect, useState } from 'react'
import type { CheckView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'

const PATH = '/api/v1/knowledge/draft/check'
const PACE = 800

export interface UseCheck {
  readonly check: CheckView | undefined
  readonly start: (last: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The check of the draft: begun, watched while it runs, stopped. Whoever comes later sees how far it is. */
export function useCheck(): UseCheck {
  const texts = useTexts()
  const say = useSay()
  const { loaded, reload, put } = useLoaded<CheckView>(PATH)
  const check = loaded.kind === 'ready' ? loaded.value : undefined
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer sets the next look.
  useEffect(() => {
    if (check?.state !== 'running') return
    const timer = setTimeout(() => {
      reload()
      setRound((one) => one + 1)
    }, PACE)
    return () => clearTimeout(timer)
  }, [check, round, reload])

  const change = useCallback(
    async (method: 'POST' | 'DELETE', body?: object) => {
      try {
        put(await request<CheckView>(method, PATH, body))
      } catch (thrown) {
        say.error(thrownText(texts, thrown))
      }
    },
    [put, say, texts],
  )
  return { check, start: (last) => change('POST', { last }), stop: () => change('DELETE') }
}
