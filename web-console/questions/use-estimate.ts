import { useCallback, useEffect, useRef, useState } from 'react'
import type { EstimateLine, LessonDraft } from '../../src/protocol/questions.ts'
import { currentCsrf } from '../net/http.ts'
import { Refusal } from '../net/refusal.ts'

export type Estimate =
  | { readonly kind: 'none' }
  | Extract<EstimateLine, { kind: 'running' | 'done' }>
  | { readonly kind: 'refused'; readonly thrown: unknown }

export interface UseEstimate {
  readonly estimate: Estimate
  readonly start: (questions: readonly string[], lesson: LessonDraft) => void
  readonly stop: () => void
}

/** Lets the server try a lesson out, and follows how far it is. Whoever leaves stops listening. */
export function useEstimate(): UseEstimate {
  const [estimate, setEstimate] = useState<Estimate>({ kind: 'none' })
  const running = useRef<AbortController>(undefined)

  const stop = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setEstimate({ kind: 'none' })
  }, [])
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback((questions: readonly string[], lesson: LessonDraft) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setEstimate({ kind: 'running', step: 'train', done: 0, total: 1 })
    follow({ questions, lesson, signal: mine.signal }, (line) => {
      if (running.current !== mine) return
      if (line.kind === 'failed') setEstimate({ kind: 'refused', thrown: new Refusal(line.code, line.message, 409) })
      else setEstimate(line)
    }).catch((thrown: unknown) => {
      if (running.current === mine) setEstimate({ kind: 'refused', thrown })
    })
  }, [])
  return { estimate, start, stop }
}

interface Wish {
  readonly questions: readonly string[]
  readonly lesson: LessonDraft
  readonly signal: AbortSignal
}

async function follow({ signal, ...body }: Wish, onLine: (line: EstimateLine) => void): Promise<void> {
  const response = await fetch('/api/v1/questions/estimate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xiaoer-csrf': currentCsrf() },
    credentials: 'same-origin',
    body: JSON.stringify(body),
    signal,
  })
  if (!response.ok || !response.body) {
    const refused = (await response.json().catch(() => ({}))) as { code?: string; message?: string }
    throw new Refusal(refused.code ?? 'internal', refused.message ?? '', response.status)
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line !== '') onLine(JSON.parse(line) as EstimateLine)
    if (done) return
  }
}
