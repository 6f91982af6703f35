import { useEffect } from 'react'
import type { WelcomeStepName, WelcomeView } from '../../src/protocol/welcome.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useAttempt } from '../settings/use-attempt.ts'

const PATH = '/api/v1/welcome'
const LOOK_EVERY = 3000
export const STEPS: readonly WelcomeStepName[] = ['shop', 'knowledge', 'embed', 'invite', 'mode']

/** How far the owner has come; looked at again every few seconds, so that a page with the widget shows up by itself. */
export function useWelcome() {
  const { loaded, reload, put } = useLoaded<WelcomeView>(PATH)
  const { attempt, busy } = useAttempt()
  const ready = loaded.kind === 'ready'
  useEffect(() => {
    if (!ready) return
    const timer = setInterval(reload, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [ready, reload])

  const patch = (body: object) => attempt(async () => put(await request<WelcomeView>('PATCH', PATH, body)))
  return {
    loaded,
    reload,
    busy,
    take: (step: WelcomeStepName, outcome: 'done' | 'skipped') => patch({ step, outcome }),
    finish: (finished: boolean) => patch({ finished }),
  }
}

export type Welcome = ReturnType<typeof useWelcome>

/** The first step that is not behind; undefined when all are. */
export function nextStep(view: WelcomeView): WelcomeStepName | undefined {
  return STEPS.find((step) => !view.steps.some((one) => one.step === step))
}
