import { useEffect, useState } from 'react'
import type { WallView } from '../../../src/protocol/reports.ts'
import { request } from '../../net/http.ts'

const EVERY = 5000

export interface Wall {
  readonly view: WallView | undefined
  /** When it was read, by the clock of this browser. */
  readonly readAt: number
  /** Why the last try brought nothing. */
  readonly failed: unknown
}

/** This very moment, again and again; a screen that nobody can see asks for nothing. */
export function useWall(): Wall {
  const [wall, setWall] = useState<Wall>({ view: undefined, readAt: 0, failed: undefined })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false

    async function look(): Promise<void> {
      clearTimeout(timer)
      if (document.hidden) return

      try {
        const view = await request<WallView>('GET', '/api/v1/reports/wall')
        if (!gone) setWall({ view, readAt: Date.now(), failed: undefined })
      } catch (thrown) {
        if (!gone) setWall((before) => ({ ...before, failed: thrown }))
      }
      if (!gone) timer = setTimeout(() => void look(), EVERY)
    }

    const seen = () => void look()
    document.addEventListener('visibilitychange', seen)
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [])
  return wall
}
