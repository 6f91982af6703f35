import { expect, it } from 'vitest'
import type { PackFileView } from '../../src/protocol/packs.ts'
import { countStates, shownFiles } from '../../web-console/packs/pack-files.ts'

const file = (path: string, state: PackFileView['state'], overridden = false) => ({ path, state, overridden })

const FILES = [
  file('a', 'same'),
  file('b', 'kept', true),
  file('c', 'conflict', true),
  file('d', 'added'),
  file('e', 'taken'),
  file('f', 'same'),
]

it('counts the files by what becomes of them, what needs eyes first', () => {
  expect(countStates(FILES)).toEqual([
    ['conflict', 1],
    ['taken', 1],
    ['kept', 1],
    ['added', 1],
    ['same', 2],
  ])
})

it('names the files that change, and those that the shop has made its own', () => {
  const names = (newer: boolean) => shownFiles({ files: FILES, newer }).map(({ path }) => path)

  expect([names(true), names(false)]).toEqual([
    ['c', 'e', 'b'],
    ['c', 'b'],
  ])
})
