import { useCallback, useState } from 'react'
import type { DrillList } from '../../../src/protocol/reports.ts'
import { request } from '../../net/http.ts'
import { type UseLoaded, useLoaded } from '../../net/use-loaded.ts'

interface Paged {
  readonly rows: readonly unknown[]
  readonly next?: string | undefined
}

export interface UsePages<T extends Paged> extends UseLoaded<T> {
  readonly page: T | undefined
  /** The next page is under way. */
  readonly asking: boolean
  readonly refused: unknown
  readonly more: () => Promise<void>
}

/** A list of the figures that grows page by page. */
export function usePages<T extends Paged = DrillList>(path: string): UsePages<T> {
  const answer = useLoaded<T>(path)
  const { loaded, put } = answer
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const page = loaded.kind === 'ready' ? loaded.value : undefined

  const more = useCallback(async () => {
    if (page?.next === undefined) return
    setAsking(true)
    setRefused(undefined)
    try {
      const after = new URLSearchParams({ after: page.next })
      const next = await request<T>('GET', `${path}&${after}`)
      put({ ...next, rows: [...page.rows, ...next.rows] })
    } catch (thrown) {
      setRefused(thrown)
    } finally {
      setAsking(false)
    }
  }, [page, path, put])

  return { ...answer, page, asking, refused, more }
}
