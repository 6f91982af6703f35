import { Button, Skeleton } from 'antd'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { HistoryReading } from '../../src/protocol/history.ts'
import { MessageList } from '../desk/message-list.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useFoundMarks } from './use-found-marks.ts'
import { useReading } from './use-reading.ts'
import '../desk/transcript.css'
import './history.css'

interface ReadingProps {
  readonly id: string
  /** The message that is shown first. */
  readonly seq?: number | undefined
  /** Words to mark. */
  readonly query?: string
  /** Drawn above the messages, once the conversation is there. */
  readonly head?: (reading: HistoryReading) => ReactNode
}

/** A conversation to read: opened at one message, with what was looked for marked. */
export function Reading({ id, seq, query = '', head }: ReadingProps) {
  const { loaded, reload, reading, asking, grow } = useReading(id, seq)
  return (
    <>
      {reading && head ? head(reading) : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? (
        <Skeleton active avatar className="reading-skeleton" paragraph={{ rows: 5 }} />
      ) : null}
      {reading ? <Lines reading={reading} seq={seq} query={query} asking={asking} onGrow={grow} /> : null}
    </>
  )
}

interface LinesProps {
  readonly reading: HistoryReading
  readonly seq: number | undefined
  readonly query: string
  readonly asking: boolean
  readonly onGrow: (way: 'before' | 'after') => Promise<void>
}

function Lines({ reading, seq, query, asking, onGrow }: LinesProps) {
  const { history, thread } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const keepPlace = usePlaceKept(box, reading)
  useFoundMarks(box, query, reading)
  useSpot(box, seq)

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard.
    <section className="reading-lines" ref={box} tabIndex={0} aria-label={thread.log}>
      <div className="transcript-inner">
        {reading.earlier ? (
          <p className="thread-start">
            <Button
              type="link"
              size="small"
              loading={asking}
              onClick={() => {
                keepPlace()
                void onGrow('before')
              }}
            >
              {history.earlier}
            </Button>
          </p>
        ) : null}
        <MessageList conversation={reading.conversation} messages={reading.messages} />
        {reading.later ? (
          <p className="thread-start">
            <Button type="link" size="small" loading={asking} onClick={() => void onGrow('after')}>
              {history.later}
            </Button>
          </p>
        ) : null}
      </div>
    </section>
  )
}

/** Frames the message and brings it into the middle; without one, the end is shown. */
function useSpot(box: RefObject<HTMLElement | null>, seq: number | undefined): void {
  useEffect(() => {
    const found = seq === undefined ? undefined : box.current?.querySelector(`[data-seq="${seq}"]`)
    if (!found) {
      box.current?.scrollTo({ top: box.current.scrollHeight })
      return
    }
    found.scrollIntoView({ block: 'center' })
    found.setAttribute('data-spot', '')
    return () => found.removeAttribute('data-spot')
  }, [box, seq])
}

/** What comes in above must not push away what one reads. */
function usePlaceKept(box: RefObject<HTMLElement | null>, reading: HistoryReading): () => void {
  const fromEnd = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new messages that move the others.
  useLayoutEffect(() => {
    if (box.current && fromEnd.current !== undefined) {
      box.current.scrollTop = box.current.scrollHeight - fromEnd.current
    }
    fromEnd.current = undefined
  }, [box, reading])
  return () => {
    if (box.current) fromEnd.current = box.current.scrollHeight - box.current.scrollTop
  }
}
