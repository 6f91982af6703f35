import { useCallback, useMemo, useState } from 'react'
import type { CasePage } from '../../src/protocol/cases.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'
import { belongs, type CaseFilters, listPath } from './case-filters.ts'
import { hasUnseen, withChanges } from './case-rows.ts'

/** A list that grows page by page; what changes meanwhile changes in its row. */
export function useCaseList(filters: CaseFilters) {
  const me = useDeskState((state) => state.me.id)
  const path = listPath(filters, me)
  const { loaded, reload, put } = useLoaded<CasePage>(path)
  useOnReconnect(reload)
  const [asking, setAsking] = useState<{ readonly path: string; readonly thrown?: unknown }>()
  const cases = useDeskState((state) => state.cases)
  const customers = useDeskState((state) => state.customers)
  const page = loaded.kind === 'ready' ? loaded.value : undefined

  const rows = useMemo(() => withChanges(page?.cases ?? [], { cases, customers }), [page, cases, customers])
  const unseen = useMemo(
    () => hasUnseen(page?.cases ?? [], cases, (one) => belongs(one, filters, { me, now: Date.now() })),
    [page, cases, filters, me],
  )
  const more = useCallback(async () => {
    const last = page?.cases.at(-1)
    if (!page || !last) return
    setAsking({ path })
    try {
      const next = await request<CasePage>('GET', `${path}${path.includes('?') ? '&' : '?'}before=${last.createdAt}`)
      put({ cases: [...page.cases, ...next.cases], more: next.more })
      setAsking(undefined)
    } catch (thrown) {
      setAsking({ path, thrown })
    }
  }, [page, path, put])

  const current = asking?.path === path ? asking : undefined
  return {
    loaded,
    reload,
    rows,
    unseen,
    more,
    asking: current !== undefined && !('thrown' in current),
    refused: current?.thrown,
  }
}
