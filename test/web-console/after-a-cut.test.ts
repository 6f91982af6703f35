import { expect, it } from 'vitest'
import { selectRows, selectSnoozed } from '../../web-console/state/select-rows.ts'
import { conversation, deskAfter, detail, says, snapshot } from './support.ts'

const mine = conversation('c1', { lastSeq: 1, unread: 1, waitingSince: 1 })

it('shows what was touched, called for or laid aside at the same moment in the same order on every desk', () => {
  const both = [conversation('a', { updatedAt: 5 }), conversation('b', { updatedAt: 5 })]
  const rowsOf = (change: object) =>
    [both, both.toReversed()].map((conversations) => {
      const rows = conversations.map((one) => ({ ...one, ...change }))
      const state = deskAfter({ type: 'snapshot:loaded', snapshot: snapshot({ conversations: rows }) })
      return [...selectRows({ ...state }, 'mine'), ...selectSnoozed(state)].map(({ conversation: { id } }) => id)
    })

  expect(rowsOf({})).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(rowsOf({ waitingSince: 3 })).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(rowsOf({ snoozedUntil: 9 })).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
})

it('holds nothing any more that went to its end while the line was cut, though it was read before', () => {
  const state = deskAfter(
    { type: 'snapshot:loaded', snapshot: snapshot({ conversations: [mine] }) },
    { type: 'thread:loaded', detail: detail([says(1, '在吗')]) },
    { type: 'snapshot:loaded', snapshot: snapshot({ conversations: [] }) },
  )

  expect(selectRows(state, 'mine')).toEqual([])
  expect(state.threads['c1']?.messages).toHaveLength(1)
  expect(state.conversations['c1']).toMatchObject({ status: 'resolved', unread: 0 })
})
