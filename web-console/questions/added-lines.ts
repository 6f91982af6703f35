import type { FileChange } from '../../src/protocol/editing.ts'

/** A line of a file beside its change. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  /** In the new text; of a removed line in the old one. */
  readonly number: number
}

const AROUND = 2

/** The stretch in which two texts differ, with a little around it: what is learnt stands in one place. */
export function changedLines({ before = '', after = '' }: Pick<FileChange, 'before' | 'after'>): readonly DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let first = 0
  while (first < Math.min(old.length, now.length) && old[first] === now[first]) first += 1
  let last = 0
  while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last += 1
  const line = (kind: DiffLine['kind'], lines: readonly string[], from: number) =>
    lines.map((text, at): DiffLine => ({ kind, text, number: from + at + 1 }))
  const start = Math.max(0, first - AROUND)
  const end = now.length - last
  return [
    ...line('same', now.slice(start, first), start),
    ...line('removed', before === '' ? [] : old.slice(first, old.length - last), first),
    ...line('added', now.slice(first, end), first),
    ...line('same', now.slice(end, end + AROUND), end),
  ]
}
