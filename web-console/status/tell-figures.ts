import type { SystemStatus } from '../../src/protocol/status.ts'
import type { Texts } from '../texts/zh.ts'

type Figure = readonly [label: string, value: string]

/** What is so now, and what has happened since the server started. */
export function tellFigures(
  { numbers }: SystemStatus,
  { system }: Texts,
  formatAt: (at: number) => string,
): { readonly now: readonly Figure[]; readonly since: readonly Figure[] } {
  const within = (milliseconds: number | undefined) =>
    milliseconds === undefined ? system.none : system.within(milliseconds)
  return {
    now: [
      [system.visitors, String(numbers.visitors)],
      [system.consoles, String(numbers.consoles)],
      [system.waiting, String(numbers.waiting)],
      [system.assigned, String(numbers.assigned)],
    ],
    since: [
      [system.stored, String(numbers.stored)],
      [system.duplicates, String(numbers.duplicates)],
      [system.notStored, String(numbers.notStored)],
      [system.answered, String(numbers.answered)],
      [system.handedOff, String(numbers.handedOff)],
      [system.otherReplies, String(numbers.otherReplies)],
      [system.acknowledged, within(numbers.acknowledgedWithin)],
      [system.understood, within(numbers.understoodWithin)],
      [system.committed, within(numbers.committedWithin)],
      [system.floods, String(numbers.floods)],
      [system.jobsFailed, String(numbers.jobsFailed)],
      [system.lastBackup, numbers.lastBackupAt === undefined ? system.noBackup : formatAt(numbers.lastBackupAt)],
    ],
  }
}
