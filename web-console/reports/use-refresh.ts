import { useEffect } from 'react'

/** Asks again every so many milliseconds, and when the page comes into view; nobody's page is not asked for. */
export function useRefresh(reload: () => void, every: number): void {
  useEffect(() => {
    const look = () => {
      if (!document.hidden) reload()
    }
    const timer = setInterval(look, every)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload, every])
}
