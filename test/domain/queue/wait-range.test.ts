import { expect, it } from 'vitest'
import { waitRange } from '../../../src/domain/queue/wait-range.ts'

const times = { short: 240, long: 600 }

it('is a moment while somebody has room', () => {
  expect(waitRange(2, { slots: 8, held: 5, times: undefined })).toEqual({ from: 0, until: 60 })
})

it('shares the length of conversations among all that are served at once', () => {
  expect(waitRange(1, { slots: 4, held: 4, times })).toEqual({ from: 60, until: 150 })
  expect(waitRange(4, { slots: 4, held: 4, times })).toEqual({ from: 240, until: 600 })
})

it('counts the room that there is before those who are ahead', () => {
  expect(waitRange(3, { slots: 4, held: 2, times })).toEqual({ from: 60, until: 150 })
})

it('is not said where nobody is there or too little is known', () => {
  expect(waitRange(1, { slots: 0, held: 0, times })).toBeUndefined()
  expect(waitRange(1, { slots: 4, held: 4, times: undefined })).toBeUndefined()
})
