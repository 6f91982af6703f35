import { useCallback, useMemo, useState } from 'react'
import type { CasePage, CaseView } from '../../src/protocol/cases.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'

/** All that somebody must still see to: what the list shows at first. */
export const UNENDED = 'unended'

/** What is shown of the cases, in the words of the address. */
export interface CaseFilters {
  /** `unended`, `all`, or a status. */
  readonly state: string
  readonly type: string
}

export function listPath({ state, type }: CaseFilters): string {
  const query = new URLSearchParams()
  if (state === UNENDED) query.set('open', 'true')
  else if (state !== 'all') query.set('status', state)
  if (type) query.set('type', type)
  return `/api/v1/cases${query.size > 0 ? `?${query}` : ''}`
}

/** A list that grows page by page; what changes meanwhile changes in its row. */
export function useCaseList(filters: CaseFilters) {
  const path = listPath(filters)
  const { loaded, reload, put } = useLoaded<CasePage>(path)
  useOnReconnect(reload)
  const [asking, setAsking] = useState<{ readonly path: string; readonly thrown?: unknown }>()
  const changed = useDeskState((state) => state.cases)
  const page = loaded.kind === 'ready' ? loaded.value : undefined

  const rows = useMemo(() => withChanges(page?.cases ?? [], changed), [page, changed])
  const unseen = useMemo(() => hasUnseen(page?.cases ?? [], changed, filters), [page, changed, filters])
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

  const mine = asking?.path === path ? asking : undefined
  return {
    loaded,
    reload,
    rows,
    unseen,
    more,
    asking: mine !== undefined && !('thrown' in mine),
    refused: mine?.thrown,
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
  { state, type }: CaseFilters,
): boolean {
  const newest = rows[0]?.createdAt ?? 0
  return Object.values(changed).some(
    (one) =>
      one.createdAt >= newest &&
      !rows.some((row) => row.number === one.number) &&
      (state === 'all' || state === UNENDED || state === one.status) &&
      (type === '' || type === one.type),
  )
}
