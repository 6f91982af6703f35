import { useRef, useState } from 'react'
import type { CheckView, KnowledgeDraftView } from '../../src/protocol/editing.ts'
import { request } from '../net/http.ts'

const CHECK = '/api/v1/knowledge/draft/check'
const LOOK_EVERY = 700

/** `kept`: somebody's other changes wait in the draft, and are not published along. */
export type Publishing = 'idle' | 'checking' | 'served' | 'failed' | 'kept'

/** Saves, and makes what was saved serve once it is checked, which goes on while the owner does something else. */
export function usePublish(note: string) {
  const [state, setState] = useState<Publishing>('idle')
  const running = useRef<Promise<void>>(Promise.resolve())

  async function saveAndPublish(save: () => Promise<unknown>): Promise<void> {
    // What a step before has saved is not somebody's other change.
    await running.current
    const { changed } = await request<KnowledgeDraftView>('GET', '/api/v1/knowledge/draft')
    await save()
    if (changed === 0) running.current = publish()
    else setState('kept')
  }

  async function publish(): Promise<void> {
    setState('checking')
    const done = await checked().then(
      async (print) => {
        if (print === undefined) return false
        // Nothing else is in the draft, and this is what the owner has just asked for.
        await request('POST', '/api/v1/knowledge/publications', { print, note, confirmed: true })
        return true
      },
      () => false,
    )
    setState(done ? 'served' : 'failed')
  }
  return { state, saveAndPublish }
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
