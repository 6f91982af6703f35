import { describe, expect, it } from 'vitest'
import { diffRows } from '../../web-console/knowledge/diff-rows.ts'
import { shareDone } from '../../web-console/knowledge/draft/check-steps.ts'
import { hasConflict, takeSide } from '../../web-console/knowledge/files/conflict-text.ts'
import { duplicate, move, sameForm, toForm, toKeyed } from '../../web-console/knowledge/form/keyed-form.ts'

describe('both versions in one text', () => {
  const text = 'a\n<<<<<<< 草稿\nmine\n=======\ntheirs\n>>>>>>> 文件夹\nb\n======= no mark\n'

  it('gives one side, and leaves the rest', () => {
    expect(hasConflict(text)).toBe(true)
    expect(takeSide(text, 'mine')).toBe('a\nmine\nb\n======= no mark\n')
    expect(takeSide(text, 'theirs')).toBe('a\ntheirs\nb\n======= no mark\n')
    expect(hasConflict(takeSide(text, 'mine'))).toBe(false)
  })
})

describe('two texts side by side', () => {
  it('pairs what went with what came, counts, and leaves out what is the same', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`)
    const after = before.with(9, 'other').toSpliced(10, 0, 'more')
    const { rows, added, removed } = diffRows(before.join('\n'), after.join('\n'))

    expect([added, removed]).toEqual([2, 1])
    expect(rows[0]).toEqual({ kind: 'gap', hidden: 6 })
    expect(rows.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', before: { number: 10, text: 'line 10' }, after: { number: 10, text: 'other' } },
      { kind: 'changed', after: { number: 11, text: 'more' } },
    ])
  })
})

describe('the answers of a form', () => {
  const form = {
    id: 'a',
    title: { zh: '甲' },
    examples: ['甲'],
    not: [],
    answers: [
      { was: 0, say: { zh: '一' } },
      { was: 1, say: { zh: '二' } },
    ],
    autonomy: 'auto' as const,
    next: [],
    enabled: true,
  }

  it('are moved and doubled, and a double is new to the file', () => {
    const { answers } = toKeyed(form)

    expect(move(answers, 1, 0).map(({ answer }) => answer.was)).toEqual([1, 0])
    expect(move(answers, 0, -1)).toBe(answers)
    expect(duplicate(answers, 0).map(({ answer }) => answer)).toEqual([
      { was: 0, say: { zh: '一' } },
      { say: { zh: '一' } },
      { was: 1, say: { zh: '二' } },
    ])
    expect(sameForm(toForm(toKeyed(form)), form)).toBe(true)
  })
})

describe('the bar of a check', () => {
  it('only goes on', () => {
    const shares = [
      shareDone({ state: 'running', step: 'read' }),
      shareDone({ state: 'running', step: 'train', done: 1, total: 2 }),
      shareDone({ state: 'running', step: 'tests' }),
      shareDone({ state: 'running', step: 'replay', done: 0, total: 0 }),
      shareDone({ state: 'running', step: 'replay', done: 500, total: 500 }),
    ]

    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeCloseTo(1)
  })
})
