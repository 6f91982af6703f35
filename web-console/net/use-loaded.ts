import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from './http.ts'

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly thrown: unknown }

export interface UseLoaded<T> {
  readonly loaded: Loaded<T>
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void
  /** Puts in what another request has brought back. */
  readonly put: (value: T) => void
}

/** What one GET gives, kept in step with its path. A late answer to an older path is dropped. */
export function useLoaded<T>(path: string): UseLoaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly path?: string }>({ kind: 'loading' })
  const round = useRef(0)

  const reload = useCallback(() => {
    round.current += 1
    const mine = round.current
    request<T>('GET', path).then(
      (value) => {
        if (mine === round.current) setLoaded({ kind: 'ready', value, path })
      },
      (thrown: unknown) => {
        if (mine === round.current) setLoaded({ kind: 'failed', thrown, path })
      },
    )
  }, [path])

  useEffect(() => {
    reload()
    return () => {
      round.current += 1
    }
  }, [reload])

  const put = useCallback((value: T) => setLoaded({ kind: 'ready', value, path }), [path])
  return { loaded: loaded.path === path ? loaded : { kind: 'loading' }, reload, put }
}

/** What was there last: a page that looks again and again does not go blank because it once could not. */
export function useLast<T>(loaded: Loaded<T>): T | undefined {
  const last = useRef<T>(undefined)
  if (loaded.kind === 'ready') last.current = loaded.value
  return last.current
}
