import type { DeskMessage } from '../../src/protocol/console.ts'

const TOGETHER = 180_000

function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** Whether a message is the first of its day among those that are shown. */
export function opensDay(before: DeskMessage | undefined, message: DeskMessage): boolean {
  return !before || dayOf(before.at) !== dayOf(message.at)
}

/** Lines of one speaker close in time are shown under one name. */
export function continues(before: DeskMessage | undefined, message: DeskMessage): boolean {
  return (
    before !== undefined &&
    !opensDay(before, message) &&
    before.author.kind === message.author.kind &&
    before.author.id === message.author.id &&
    (before.body.kind === 'note') === (message.body.kind === 'note') &&
    before.body.kind !== 'event' &&
    message.at - before.at < TOGETHER
  )
}
