import { expect, it } from 'vitest'
import { createRecent } from '../../src/understanding/recent.ts'

it('works a key out once, and again after so many others', () => {
  const recent = createRecent<string>(2)
  const worked: string[] = []
  const ask = (key: string) =>
    recent(key, () => {
      worked.push(key)
      return `about ${key}`
    })

  ask('a')
  ask('b')
  expect(ask('a')).toBe('about a')
  ask('c')
  ask('a')
  ask('b')

  // b was the one that nobody had asked for longest when c came.
  expect(worked).toEqual(['a', 'b', 'c', 'b'])
})
