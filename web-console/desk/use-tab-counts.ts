import { useMemo } from 'react'
import { useDeskState } from '../shell/desk-context.tsx'
import type { Tab } from '../state/desk-state.ts'
import { selectRows } from '../state/select-rows.ts'

export interface TabCount {
  readonly total: number
  /** Someone there needs me. */
  readonly urgent: boolean
}

/** The numbers on the tabs: all rows, coloured where a customer waits for a person. */
export function useTabCounts(): Record<Tab, TabCount> {
  const conversations = useDeskState((state) => state.conversations)
  const queue = useDeskState((state) => state.queue)
  const me = useDeskState((state) => state.me)
  const archive = useDeskState((state) => state.archive)

  return useMemo(() => {
    const source = { conversations, queue, me, archive }
    const mine = selectRows(source, 'mine')
    const queued = selectRows(source, 'queue')
    return {
      mine: { total: mine.length, urgent: mine.some((row) => row.conversation.unread > 0) },
      queue: { total: queued.length, urgent: queued.some((row) => row.entry?.kind === 'live') },
      bot: { total: selectRows(source, 'bot').length, urgent: false },
      archive: { total: 0, urgent: false },
    }
  }, [conversations, queue, me, archive])
}
