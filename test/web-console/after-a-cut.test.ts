import { expect, it } from 'vitest'
import { selectRows } from '../../web-console/state/select-rows.ts'
import { conversation, deskAfter, detail, says, snapshot } from './support.ts'

const mine = conversation('c1', { lastSeq: 1, unread: 1, waitingSince: 1 })

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
