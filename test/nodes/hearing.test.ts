import { expect, it } from 'vitest'
import { createHearing } from '../../src/nodes/hearing.ts'

const EVENT = JSON.stringify({ type: 'labels.changed' })
const entry = (node: string, n: number) => ({ node, n: String(n), event: EVENT })
const hello = (node: string, n: number) => ({ node, n: String(n) })

it('hears each event of another node once, and its own never', () => {
  const hear = createHearing('me')
  const heard = [entry('a', 1), entry('a', 2), entry('a', 2), entry('a', 1), entry('me', 1), entry('b', 7)].map(hear)

  expect(heard.map(({ event }) => event !== undefined)).toEqual([true, true, false, false, false, true])
  expect(heard.some(({ hole }) => hole)).toBe(false)
})

it('finds a number that was left out, in the event or the hello that comes after', () => {
  const hear = createHearing('me')
  hear(entry('a', 1))

  expect(hear(hello('a', 1)).hole).toBe(false)
  expect(hear(entry('a', 3))).toMatchObject({ hole: true, event: { type: 'labels.changed' } })
  expect(hear(entry('a', 4)).hole).toBe(false)
  expect(hear(hello('a', 5))).toMatchObject({ hole: true })
  expect(hear(hello('a', 5)).hole).toBe(false)
})

it('does not ask what a node said before it was first heard of', () => {
  const hear = createHearing('me')

  expect(hear(hello('a', 41)).hole).toBe(false)
  expect(hear(entry('a', 42)).hole).toBe(false)
})
