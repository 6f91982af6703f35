import { useCallback, useEffect, useRef, useState } from 'react'
import type { MessageSearch } from '../../src/protocol/messages.ts'
import { request } from '../net/http.ts'

const PATIENCE = 250
const NOTHING: MessageSearch = { hits: [], more: false }

export interface Search {
  readonly query: string
  /** The words of the hits that are shown; empty while there are none. */
  readonly words: string
  readonly found: MessageSearch
  readonly load: 'idle' | 'asking' | 'ready' | 'failed'
  /** Which hit is shown, from 0; hits are newest first. */
  readonly at: number
  write(query: string): void
  show(at: number): void
  retry(): void
}

/** Finds words in one conversation as they are typed, and goes to the newest hit. */
export function useSearch(conversationId: string, jump: (seq: number) => void): Search {
  const [query, setQuery] = useState('')
  const [state, setState] = useState({ words: '', found: NOTHING, load: 'idle' as Search['load'], at: 0 })
  const asked = useRef(0)

  const ask = useCallback(
    async (words: string) => {
      asked.current += 1
      const mine = asked.current
      setState((before) => ({ ...before, load: 'asking' }))
      const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/search?q=${encodeURIComponent(words)}`
      const found = await request<MessageSearch>('GET', path).catch(() => undefined)
      // Somebody has typed on: this answers what was asked before.
      if (mine !== asked.current) return
      setState({ words: found ? words : '', found: found ?? NOTHING, load: found ? 'ready' : 'failed', at: 0 })
      const [newest] = found?.hits ?? []
      if (newest) jump(newest.seq)
    },
    [conversationId, jump],
  )

  useEffect(() => {
    const words = query.trim()
    if (words === '') {
      asked.current += 1
      setState({ words: '', found: NOTHING, load: 'idle', at: 0 })
      return
    }
    const soon = setTimeout(() => void ask(words), PATIENCE)
    return () => clearTimeout(soon)
  }, [query, ask])

  const show = useCallback(
    (at: number) => {
      const hit = state.found.hits[at]
      if (!hit) return
      setState((before) => ({ ...before, at }))
      jump(hit.seq)
    },
    [state.found, jump],
  )

  return { query, ...state, write: setQuery, show, retry: () => void ask(query.trim()) }
}
