import { useEffect, useRef, useState } from 'react'
import type { CaseBoard, CaseView } from '../../src/protocol/cases.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { boardPath, type CaseFilters } from './case-filters.ts'
import { saveCase } from './case-path.ts'
import { type CaseMove, owesWord } from './moves.ts'

/** Several changes at once are read once. */
const PAUSE = 250

/** A case that goes to another column, once the customer has been told why. */
export interface Owed {
  readonly shown: CaseView
  readonly move: 'waiting' | 'rejected'
}

/** The board, kept true, and the moving of cases on it. */
export function useBoard(filters: CaseFilters) {
  const me = useDeskState((state) => state.me.id)
  const { loaded, reload } = useLoaded<CaseBoard>(boardPath(filters, me))
  useOnReconnect(reload)
  useReloadOnNews(reload)
  const texts = useTexts()
  const say = useSay()
  const [owed, setOwed] = useState<Owed>()
  const [moving, setMoving] = useState<string>()

  /** Whether it went through; the board shows how it is now in any case. */
  async function carryOut(shown: CaseView, move: CaseMove, note?: string): Promise<boolean> {
    setMoving(shown.number)
    try {
      await saveCase(shown.number, { status: move, seen: shown.revision, ...(note && { note }) })
      say.success(texts.cases.moved(shown.number, texts.caseStatus[move]))
      return true
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    } finally {
      setMoving(undefined)
      reload()
    }
  }

  function move(shown: CaseView, to: CaseMove): void {
    if (owesWord(to)) setOwed({ shown, move: to })
    else void carryOut(shown, to)
  }

  return { loaded, reload, move, moving, owed, carryOut, forget: () => setOwed(undefined) }
}

function useReloadOnNews(reload: () => void): void {
  const heard = useDeskState((state) => state.cases)
  const known = useRef(heard)
  useEffect(() => {
    if (known.current === heard) return
    known.current = heard
    const timer = setTimeout(reload, PAUSE)
    return () => clearTimeout(timer)
  }, [heard, reload])
}
