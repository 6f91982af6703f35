import { useCallback, useMemo, useState } from 'react'
import type { CasePage, CaseView } from '../../src/protocol/cases.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'
import { belongs, type CaseFilters, listPath } from './case-filters.ts'

/** A list that grows page by page; what changes meanwhile changes in its row. */
export function useCaseList(filters: CaseFilters) {
  const me = useDeskState((state) => state.me.id)
  const path = listPath(filters, me)
  const { loaded, reload, put } = useLoaded<CasePage>(path)
  useOnReconnect(reload)
  const [asking, setAsking] = useState<{ readonly path: string; readonly thrown?: unknown }>()
  const changed = useDeskState((state) => state.cases)
  const page = loaded.kind === 'ready' ? loaded.value : undefined

  const rows = useMemo(() => withChanges(page?.cases ?? [], changed), [page, changed])
  const unseen = useMemo(
    () => hasUnseen(page?.cases ?? [], changed, (one) => belongs(one, filters, { me, now: Date.now() })),
    [page, changed, filters, me],
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

function withChanges(rows: readonly CaseView[], changed: Readonly<Record<string, CaseView>>): readonly CaseView[] {
  return rows.map((row) => {
    const heard = changed[row.number]
    return heard && heard.updatedAt >= row.updatedAt ? heard : row
  })
}

/** Whether a case was opened since, that belongs at the top of this list. */
function hasUnseen(
  rows: readonly CaseView[],
  changed: Readonly<Record<string, CaseView>>,
  belongsHere: (one: CaseView) => boolean,
): boolean {
  const newest = rows[0]?.createdAt ?? 0
  return Object.values(changed).some(
    (one) => one.createdAt >= newest && !rows.some((row) => row.number === one.number) && belongsHere(one),
  )
}
