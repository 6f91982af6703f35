import { useMemo } from 'react'
import type { ClockView } from '../../../src/protocol/console.ts'
import type { WallView } from '../../../src/protocol/reports.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { useNow } from '../../shell/use-now.ts'
import { formatCount } from '../../texts/format-wait.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { formatNumber } from '../format-figure.ts'
import { longestLevel, type WaitMood } from './wait-mood.ts'

/** The four numbers that matter now. */
export function WallNumbers({ view }: { readonly view: WallView }) {
  const texts = useTexts()
  const { wall: words } = texts.figures
  const mood = useMood(view)
  const waits = view.waiting === 0
  return (
    <dl className="wall-numbers">
      <Big label={words.waiting} value={formatNumber(view.waiting, texts.locale)} mood={mood} />
      <Big
        label={words.longest}
        value={waits ? words.nobodyWaits : formatCount(view.longestWait, texts)}
        mood={mood}
        {...(!waits && mood && { note: words.waits[mood] })}
      />
      <Big label={words.withBot} value={formatNumber(view.withBot, texts.locale)} />
      <Big label={words.withPeople} value={formatNumber(view.withPeople, texts.locale)} />
    </dl>
  )
}

/** By the shop's own limits, as the desk knows them for everyone who waits. */
function useMood(view: WallView): WaitMood | undefined {
  const conversations = useDeskState((state) => state.conversations)
  const now = useNow()
  const clocks = useMemo(
    () =>
      Object.values(conversations).flatMap(({ status, clock }): ClockView[] =>
        status === 'queued' && clock ? [clock] : [],
      ),
    [conversations],
  )
  return view.waiting === 0 ? undefined : longestLevel(clocks, now)
}

interface BigProps {
  readonly label: string
  readonly value: string
  readonly mood?: WaitMood | undefined
  readonly note?: string
}

function Big({ label, value, mood, note }: BigProps) {
  return (
    <div className={`wall-number ${mood ?? ''}`}>
      <dt>{label}</dt>
      <dd>
        <span className={value.length > 4 ? 'long' : ''}>{value}</span>
        {note ? <small>{note}</small> : null}
      </dd>
    </div>
  )
}
