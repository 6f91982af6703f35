import type { DeskSnapshot } from '../../src/protocol/http.ts'

/** Of what was told already, by the server or by a snapshot: what comes twice gives one notice. */
export interface Heard {
  /** Up to which message the last snapshot knew each conversation. */
  readonly seqs: Readonly<Record<string, number>>
  /** To-dos that have come due, and promises that were broken. */
  readonly keys: ReadonlySet<string>
}

export const NOTHING_HEARD: Heard = { seqs: {}, keys: new Set() }

/** A to-do with another time comes due anew. */
export function todoKey({ id, dueAt }: { readonly id: string; readonly dueAt: number }): string {
  return `todo:${id}:${dueAt}`
}

export function promiseKey({
  conversationId,
  dueAt,
}: {
  readonly conversationId: string
  readonly dueAt: number
}): string {
  return `promise:${conversationId}:${dueAt}`
}

export function withHeard(heard: Heard, key: string): Heard {
  return { ...heard, keys: new Set([...heard.keys, key]) }
}

/** A promise that is past in a snapshot. */
export interface Late {
  readonly conversation: DeskSnapshot['conversations'][number]
  readonly kind: 'first' | 'next' | 'resolution'
  readonly dueAt: number
}

export function lateIn({ conversations, at }: DeskSnapshot): readonly Late[] {
  return conversations.flatMap((conversation) => {
    const { clock, resolveBy } = conversation
    const answer = clock?.dueAt === undefined ? [] : [{ conversation, kind: clock.kind, dueAt: clock.dueAt }]
    const end = resolveBy === undefined ? [] : [{ conversation, kind: 'resolution' as const, dueAt: resolveBy }]
    return [...answer, ...end].filter(({ dueAt }) => dueAt <= at)
  })
}

/** With all that a snapshot tells. It may be older than what was heard meanwhile. */
export function withSnapshotHeard(heard: Heard, snapshot: DeskSnapshot): Heard {
  const late = lateIn(snapshot).map(({ conversation, dueAt }) => promiseKey({ conversationId: conversation.id, dueAt }))
  return {
    seqs: Object.fromEntries(
      snapshot.conversations.map(({ id, lastSeq }) => [id, Math.max(lastSeq, heard.seqs[id] ?? 0)]),
    ),
    keys: new Set([...heard.keys, ...snapshot.dueTodos.map(todoKey), ...late]),
  }
}
