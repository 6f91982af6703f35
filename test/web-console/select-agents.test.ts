import { expect, it } from 'vitest'
import { selectAgents } from '../../web-console/state/select-agents.ts'
import { conversation, deskAfter, mina, snapshot } from './support.ts'

const zhou = { ...mina, id: 'zhou', login: 'zhou', name: '周舟' }

it('says what everybody holds now, and not when their presence changed last', () => {
  const state = deskAfter(
    {
      type: 'snapshot:loaded',
      snapshot: snapshot({ agents: [{ ...mina, assigned: 1 }, zhou], conversations: [conversation('c1')] }),
    },
    {
      type: 'conversation:changed',
      conversation: conversation('c1', { agent: { id: 'zhou', name: '周舟' }, lastSeq: 1 }),
    },
    {
      type: 'conversation:changed',
      conversation: conversation('c2', { agent: { id: 'zhou', name: '周舟' }, lastSeq: 1 }),
    },
    { type: 'conversation:changed', conversation: conversation('c3', { status: 'queued', lastSeq: 1 }) },
  )

  expect(selectAgents(state).map(({ id, assigned }) => [id, assigned])).toEqual([
    ['mina', 0],
    ['zhou', 2],
  ])
})
