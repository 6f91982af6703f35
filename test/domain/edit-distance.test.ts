import { LevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js'
import { describe, expect, it } from 'vitest'
import { editBetween } from '../../src/domain/edit-distance.ts'

describe('the edit between what was proposed and what was sent', () => {
  it.each([
    ['全场包邮', '全场包邮', 0, 0],
    ['全场包邮', '都包邮的哦', 4, 0.8],
    ['', '您好', 2, 1],
    ['您好', '', 2, 1],
    ['', '', 0, 0],
    ['kitten', 'sitting', 3, 3 / 7],
    ['好的👍', '好的', 1, 1 / 3],
  ])('is %j → %j: %i characters, a share of %f', (proposed, sent, distance, share) => {
    const edit = editBetween(proposed, sent)

    expect(edit).toEqual({ distance, share })
  })

  it('is what natural counts, on random texts', () => {
    const letters = [...'包邮吗亲的ab ']
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const text = () => Array.from({ length: random(30) }, () => letters[random(letters.length)]).join('')

    for (let n = 0; n < 200; n += 1) {
      const [a, b] = [text(), text()]

      expect(editBetween(a, b).distance).toBe(LevenshteinDistance(a, b))
    }
  })

  it('looks at two thousand characters and no more', () => {
    expect(editBetween('a'.repeat(5000), 'b'.repeat(5000))).toEqual({ distance: 2000, share: 1 })
  })
})
