import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { Tab } from '../state/desk-state.ts'

export type Pane = 'list' | 'thread' | 'customer'

/** Where one is on the desk. It lives in the address, so that reload, back button and sign-in return to it. */
export interface Place {
  readonly tab: Tab
  readonly conversationId: string | undefined
  /** On a narrow screen one pane is shown at a time. */
  readonly pane: Pane
}

export type Go = (next: Partial<Place>) => void

const TABS: readonly string[] = ['mine', 'queue', 'bot', 'archive'] satisfies Tab[]

function isTab(value: string | null): value is Tab {
  return value !== null && TABS.includes(value)
}

export function usePlace(): readonly [Place, Go] {
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab')
  const conversationId = params.get('c') ?? undefined
  const pane = params.get('pane')

  const place = useMemo<Place>(
    () => ({
      tab: isTab(tab) ? tab : 'mine',
      conversationId,
      pane: conversationId ? (pane === 'customer' ? 'customer' : 'thread') : 'list',
    }),
    [tab, conversationId, pane],
  )

  const go = useCallback<Go>(
    (next) => {
      setParams((before) => {
        const after = new URLSearchParams(before)
        if (next.tab) after.set('tab', next.tab)
        if ('conversationId' in next) {
          after.delete('pane')
          if (next.conversationId) after.set('c', next.conversationId)
          else after.delete('c')
        }
        if (next.pane === 'customer') after.set('pane', 'customer')
        if (next.pane === 'thread') after.delete('pane')
        return after
      })
    },
    [setParams],
  )
  return [place, go]
}
