import { describe, expect, it } from 'vitest'
import { compareVersions, planPack, standOf } from '../../src/domain/pack.ts'
import { mergeTexts } from '../../src/knowledge/merge-texts.ts'

const only = (base?: string, mine?: string, theirs?: string) => {
  const of = (text?: string) => (text === undefined ? {} : { a: text })
  return planPack({ base: of(base), mine: of(mine), theirs: of(theirs) }, mergeTexts)[0]
}

describe('taking in a version of a pack', () => {
  it.each([
    ['a file that is new comes', [undefined, undefined, 'new'], { state: 'added', text: 'new' }],
    ['what the shop has not touched is replaced', ['old', 'old', 'new'], { state: 'taken', text: 'new' }],
    ['what the pack has dropped goes', ['old', 'old', undefined], { state: 'removed', text: undefined }],
    ['what the pack has not changed stays the shop’s', ['old', 'own', 'old'], { state: 'kept', text: 'own' }],
    ['what the shop threw away stays away', ['old', undefined, 'new'], { state: 'kept', text: undefined }],
    ['the shop’s own file of that name stays', [undefined, 'own', 'new'], { state: 'kept', text: 'own' }],
    ['what both made alike is there', ['old', 'new', 'new'], { state: 'same', text: 'new' }],
    ['what the pack dropped and the shop changed stays', ['old', 'own', undefined], { state: 'kept', text: 'own' }],
    [
      'changes in different places are joined',
      ['1\n2\n3\n4\n5\n', '0\n2\n3\n4\n5\n', '1\n2\n3\n4\n6\n'],
      { state: 'merged', text: '0\n2\n3\n4\n6\n' },
    ],
  ] as const)('%s', (_, [base, mine, theirs], expected) => {
    const plan = only(base, mine, theirs)

    expect([plan?.state, plan?.text]).toEqual([expected.state, expected.text])
  })

  it('puts both between marks where they contradict', () => {
    const plan = only('1\n2\n3\n', '1\nmine\n3\n', '1\ntheirs\n3\n')

    expect(plan).toMatchObject({ state: 'conflict', overridden: true })
    expect(plan?.text).toMatch(/^1\n<{7}.*\nmine\n={7}\ntheirs\n>{7}.*\n3\n$/)
  })

  it('never loses a line that the shop has written, whatever has changed', () => {
    const random = dice(20261128)
    for (let round = 0; round < 3000; round += 1) {
      const base = Array.from({ length: 1 + random(12) }, () => `line ${random(6)}`)
      const mine = edited(base, random, (n) => `mine ${round} ${n}`)
      const theirs = edited(base, random, (n) => `theirs ${n}`)
      const given = [base, mine, theirs].map((lines) => lines.map((one) => `${one}\n`).join(''))
      const plan = only(random(8) === 0 ? undefined : given[0], given[1], random(8) === 0 ? undefined : given[2])

      const written = mine.filter((line) => line.startsWith('mine'))
      // A file that is in neither version is not the pack's, and nobody touches it.
      const left = (plan ? plan.text : given[1])?.split('\n') ?? []
      expect(written.filter((line) => !left.includes(line))).toEqual([])
    }
  })
})

it('offers what is newer, and nothing older', () => {
  const pack = { id: 'a', version: '1.10.0', title: 'A', description: 'A', language: 'zh', licence: 'MIT' } as const
  const available = { ...pack, facts: [], quickReplies: [], riskyIntents: [], files: { a: 'new' } }
  const at = (version: string) => ({ id: 'a', version, title: 'A', files: { a: 'old' }, at: 0 })
  const stand = (installed: ReturnType<typeof at> | undefined) =>
    standOf({ installed, available, mine: { a: 'own' } }, mergeTexts)

  expect(
    [stand(undefined), stand(at('1.9.9')), stand(at('1.10.0')), stand(at('2.0.0'))].map(({ newer }) => newer),
  ).toEqual([true, true, false, false])
  expect(stand(at('1.10.0')).plan).toMatchObject([{ state: 'kept', overridden: true }])
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
})

/** Adds, changes and drops lines here and there. */
function edited(lines: readonly string[], random: (below: number) => number, write: (n: number) => string): string[] {
  return lines.flatMap((line, n) => {
    switch (random(8)) {
      case 0:
        return [write(n)]
      case 1:
        return [line, write(n)]
      case 2:
        return []
      default:
        return [line]
    }
  })
}

function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
