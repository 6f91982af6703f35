import { useRef, useState } from 'react'
import type { CheckView } from '../../src/protocol/editing.ts'
import { request } from '../net/http.ts'

const CHECK = '/api/v1/knowledge/draft/check'
const LOOK_EVERY = 700

export type Publishing = 'idle' | 'checking' | 'served' | 'failed'

/** Checks the draft and makes it what serves; goes on while the owner does something else. */
export function usePublish(note: string) {
  const [state, setState] = useState<Publishing>('idle')
  const round = useRef(0)

  async function publish(): Promise<void> {
    round.current += 1
    const mine = round.current
    setState('checking')
    const done = await checked().then(
      async (print) => {
        if (print === undefined) return false
        await request('POST', '/api/v1/knowledge/publications', { print, note, confirmed: true })
        return true
      },
      () => false,
    )
    if (mine === round.current) setState(done ? 'served' : 'failed')
  }
  return { state, publish }
}

/** The print of the draft once its check is through; undefined where something is wrong with it. */
async function checked(): Promise<string | undefined> {
  let view = await request<CheckView>('POST', CHECK, { last: 0 })
  while (view.state === 'running') {
    await new Promise((done) => setTimeout(done, LOOK_EVERY))
    view = await request<CheckView>('GET', CHECK)
  }
  return view.state === 'done' && view.result?.problems.length === 0 ? view.print : undefined
}
