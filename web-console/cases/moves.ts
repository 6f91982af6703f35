import type { CaseStatusName } from '../../src/protocol/cases.ts'
import { isOpen } from './case-path.ts'

const MOVES = ['in_progress', 'waiting', 'resolved', 'rejected', 'cancelled'] as const
/** A status that an agent can set. */
export type CaseMove = (typeof MOVES)[number]

/** Where a case may go from here: what has ended can only be opened again. */
export function listMoves(status: CaseStatusName): readonly CaseMove[] {
  return isOpen({ status }) ? MOVES.filter((move) => move !== status) : ['in_progress']
}

/** A customer who must act, or is turned down, is owed a word. */
export function owesWord(move: CaseMove): move is 'waiting' | 'rejected' {
  return move === 'waiting' || move === 'rejected'
}

export function isMove(status: CaseStatusName): status is CaseMove {
  return status !== 'open'
}
