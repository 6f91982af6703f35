import { useCallback, useEffect, useRef, useState } from 'react'
import type { ClusterPage } from '../../src/protocol/questions.ts'
import { request } from '../net/http.ts'
import { type ClusterChoice, toQuery } from './cluster-path.ts'

interface UseClusters {
  /** What has been read of the choice; absent before the first page is there. */
  readonly list: ClusterPage | undefined
  readonly failed: unknown
  /** Reads the next page; absent after the last. */
  readonly more: (() => void) | undefined
  readonly reload: () => void
}

/** The groups of a choice, page by page. A late answer to an older choice is dropped. */
export function useClusters(choice: ClusterChoice): UseClusters {
  const [read, setRead] = useState<{ readonly choice: ClusterChoice; readonly list: ClusterPage }>()
  const [failed, setFailed] = useState<unknown>()
  const round = useRef(0)

  const load = useCallback(
    (before?: ClusterPage) => {
      round.current += 1
      const mine = round.current
      request<ClusterPage>('GET', `/api/v1/questions?${toQuery(choice, before?.clusters.length)}`).then(
        (page) => {
          if (mine !== round.current) return
          setFailed(undefined)
          setRead({ choice, list: before ? { ...page, clusters: [...before.clusters, ...page.clusters] } : page })
        },
        (thrown: unknown) => {
          if (mine === round.current) setFailed(thrown)
        },
      )
    },
    [choice],
  )
  useEffect(() => load(), [load])

  const list = read?.choice === choice ? read.list : undefined
  const more = list && list.clusters.length < list.total ? () => load(list) : undefined
  return { list, failed, more, reload: load }
}
