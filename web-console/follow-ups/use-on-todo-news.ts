import { useEffect, useRef } from 'react'
import { useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'

/** Reads anew when a to-do is heard to have changed, and once the line is back. */
export function useOnTodoNews(reload: () => void): void {
  const news = useDeskState((state) => state.todoNews)
  const seen = useRef(news)
  useOnReconnect(reload)
  useEffect(() => {
    if (news !== seen.current) reload()
    seen.current = news
  }, [news, reload])
}
