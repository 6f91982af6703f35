import { useCallback, useState } from 'react'
import type { HistoryPage } from '../../src/protocol/history.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { type Filters, toQuery } from './filters.ts'

/** What the filters find, growing page by page. */
export function useHistoryList(filters: Filters) {
  const query = toQuery(filters)
  const path = `/api/v1/history${query.size > 0 ? `?${query}` : ''}`
  const { loaded, reload, put } = useLoaded<HistoryPage>(path)
  const [asked, setAsked] = useState<{ readonly cursor: string; readonly thrown?: unknown }>()
  const page = loaded.kind === 'ready' ? loaded.value : undefined

  const more = useCallback(async () => {
    const cursor = page?.next
    if (!page || cursor === undefined) return
    setAsked({ cursor })
    try {
      const address = `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
      const { rows, next } = await request<HistoryPage>('GET', address)
      const { next: _, ...first } = page
      put({ ...first, rows: [...page.rows, ...rows], ...(next !== undefined && { next }) })
      setAsked(undefined)
    } catch (thrown) {
      setAsked({ cursor, thrown })
    }
  }, [page, path, put])

  const mine = asked !== undefined && asked.cursor === page?.next ? asked : undefined
  return { loaded, reload, more, asking: mine !== undefined && !('thrown' in mine), refused: mine?.thrown }
}
