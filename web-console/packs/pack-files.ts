import type { PackFileView, PackView } from '../../src/protocol/packs.ts'

type State = PackFileView['state']

/** What needs eyes comes first. */
const ORDER: readonly State[] = ['conflict', 'merged', 'taken', 'removed', 'kept', 'added', 'same']

/** How many files are in each state; those that none is in are left out. */
export function countStates(files: readonly PackFileView[]): readonly (readonly [State, number])[] {
  return ORDER.map((state) => [state, files.filter((file) => file.state === state).length] as const).filter(
    ([, count]) => count > 0,
  )
}

/** The files worth naming: those that change, and those that the shop has made its own. */
export function shownFiles({ files, newer }: Pick<PackView, 'files' | 'newer'>): readonly PackFileView[] {
  return files
    .filter(({ state, overridden }) => overridden || (newer && state !== 'same' && state !== 'added'))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}
