import { type RefObject, useEffect, useState } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'
import type { DeskMessage } from '../../src/protocol/console.ts'
import type { Target } from './use-jumping.ts'

const FLASH = 2400

/** Takes the list to the message that was asked for; returns the one to mark for a moment. */
export function useTarget(
  target: Target | undefined,
  list: RefObject<VirtuosoHandle | null>,
  messages: readonly DeskMessage[],
): number | undefined {
  const [flashed, setFlashed] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: messages that come later are no reason to go there again.
  useEffect(() => {
    if (!target) return
    const index = messages.findIndex((one) => one.seq === target.seq)
    if (index < 0) return

    list.current?.scrollToIndex({ index, align: 'center' })
    setFlashed(target.seq)
    const over = setTimeout(() => setFlashed(undefined), FLASH)
    return () => clearTimeout(over)
  }, [target, list])
  return flashed
}
