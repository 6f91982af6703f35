import type { Case, CaseChange } from '../../src/domain/case.ts'

/** 25 November 2026, 18:00 in Shanghai. */
export const DUE = Date.UTC(2026, 10, 25, 10)

/** A return that Lin asked for two days before it is due; `changes` follow its opening. */
export function aCase(changes: readonly Partial<CaseChange>[] = [], more: Partial<Case> = {}): Case {
  const createdAt = DUE - 2 * 86_400_000
  const opening: CaseChange = { at: createdAt, status: 'open', by: { kind: 'customer' }, note: '' }
  const agent = { kind: 'agent', id: 'mina', name: '米娜' } as const
  const history = [opening, ...changes.map((change) => ({ ...opening, by: agent, ...change }))]
  return {
    number: 'SH26112300001',
    type: 'return',
    title: '亚麻连衣裙 S 码退货',
    status: history.at(-1)?.status ?? 'open',
    customerId: 'lin',
    conversationId: 'c-lin',
    orderNumber: 'XE1001',
    details: [{ label: '原因', text: '尺码不合适' }],
    evidence: ['/uploads/a.png'],
    history,
    dueAt: DUE,
    createdAt,
    updatedAt: createdAt,
    revision: changes.length,
    ...more,
  }
}
