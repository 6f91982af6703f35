import { useCallback, useEffect, useRef, useState } from 'react'
import { type RowsScore, readRows, type ScoredRow, scoreRows } from '../../src/protocol/score-rows.ts'
import { type FoundRow, type FoundRows, ROWS_AT_ONCE } from '../../src/protocol/try-out.ts'
import { request } from '../net/http.ts'
import type { Setup } from './use-talk.ts'

/** So many characters are sent at once: a request has a limit, and long messages reach it before the rows do. */
const CHARACTERS = 12_000

export type Batch =
  | { readonly kind: 'idle' }
  | { readonly kind: 'refused'; readonly fault: string; readonly line?: number }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly thrown: unknown }
  | {
      readonly kind: 'done'
      readonly rows: readonly ScoredRow[]
      readonly score: RowsScore
      readonly titles: Readonly<Record<string, string>>
      readonly version: string
    }

export interface UseBatch {
  readonly batch: Batch
  run(text: string, knowledge: Setup['knowledge']): void
  stop(): void
}

/** Reads labelled messages stretch by stretch, so that one sees how far it is and can end it. */
export function useBatch(): UseBatch {
  const [batch, setBatch] = useState<Batch>({ kind: 'idle' })
  const round = useRef(0)
  useEffect(
    () => () => {
      round.current += 1
    },
    [],
  )

  const run = useCallback(async (text: string, knowledge: Setup['knowledge']) => {
    round.current += 1
    const mine = round.current
    const tell = (next: Batch) => {
      if (mine === round.current) setBatch(next)
    }
    const read = readRows(text)
    if (!read.ok) {
      tell({ kind: 'refused', fault: read.fault, ...('line' in read && { line: read.line }) })
      return
    }
    const { rows } = read
    const found: FoundRow[] = []
    let titles: Record<string, string> = {}
    let version = ''
    try {
      for (const said of stretchesOf(rows.map(({ utterance }) => utterance))) {
        tell({ kind: 'running', done: found.length, total: rows.length })
        const answer = await request<FoundRows>('POST', '/api/v1/knowledge/try/rows', { knowledge, said })
        if (mine !== round.current) return
        found.push(...answer.rows)
        titles = { ...titles, ...answer.titles }
        version = answer.version
      }
      tell({ kind: 'done', ...scoreRows(rows, found), titles, version })
    } catch (thrown) {
      tell({ kind: 'failed', thrown })
    }
  }, [])

  return {
    batch,
    run: (text, knowledge) => void run(text, knowledge),
    stop: () => {
      round.current += 1
      setBatch({ kind: 'idle' })
    },
  }
}

/** Neither too many at once nor too much. */
export function stretchesOf(said: readonly string[]): readonly (readonly string[])[] {
  const stretches: string[][] = [[]]
  let characters = 0
  for (const one of said) {
    const last = stretches.at(-1) ?? []
    if (last.length >= ROWS_AT_ONCE || (last.length > 0 && characters + one.length > CHARACTERS)) {
      stretches.push([one])
      characters = one.length
    } else {
      last.push(one)
      characters += one.length
    }
  }
  return stretches.filter((stretch) => stretch.length > 0)
}
