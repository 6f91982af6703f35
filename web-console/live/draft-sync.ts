import type { DraftView } from '../../src/protocol/composing.ts'
import type { DeskEvent } from '../state/desk-event.ts'
import { type DeskState, EMPTY_DRAFT } from '../state/desk-state.ts'
import type { Store } from '../state/store.ts'
import type { Wire } from './wire.ts'

/** Typing pauses this long before it is told. */
const PAUSE = 500

/** Keeps what I have typed the same in all my browsers. What is being typed here is newer than what comes from elsewhere. */
export interface DraftSync {
  /** Something was typed, sent or given up in another browser. */
  received(draft: DraftView): void
  /** After a connect: all that the server holds. What could not be told before is told now. */
  caughtUp(drafts: readonly DraftView[]): void
  close(): void
}

interface Means {
  readonly store: Store<DeskState, DeskEvent>
  readonly wire: Pick<Wire, 'request'>
}

export function createDraftSync({ store, wire }: Means): DraftSync {
  /** What the server is known to hold. */
  const known = new Map<string, DraftView>()
  const pauses = new Map<string, ReturnType<typeof setTimeout>>()
  let seen = store.get().drafts

  const here = (id: string): DraftView => {
    const { text, note } = store.get().drafts[id] ?? EMPTY_DRAFT
    return { conversationId: id, text: text.trim(), note }
  }
  const isUntold = (id: string) => {
    const { text, note } = here(id)
    const there = known.get(id)
    return text !== (there?.text ?? '') || (text !== '' && note !== there?.note)
  }
  async function tell(id: string): Promise<void> {
    clearTimeout(pauses.get(id))
    pauses.delete(id)
    const draft = here(id)
    const ack = await wire.request('draft:set', draft)
    if (ack.ok) known.set(id, draft)
  }
  function take(draft: DraftView): void {
    const id = draft.conversationId
    if (isUntold(id)) return

    known.set(id, draft)
    const { text, note } = here(id)
    if (text !== draft.text || (text !== '' && note !== draft.note)) store.send({ type: 'draft:received', draft })
  }

  const forget = store.subscribe(() => {
    const { drafts } = store.get()
    if (drafts === seen) return

    const before = seen
    seen = drafts
    for (const [id, draft] of Object.entries(drafts)) {
      if (draft === before[id] || !isUntold(id)) continue
      clearTimeout(pauses.get(id))
      pauses.set(
        id,
        setTimeout(() => void tell(id), PAUSE),
      )
    }
  })

  return {
    received: take,
    caughtUp(drafts) {
      const there = new Set(drafts.map(({ conversationId }) => conversationId))
      const ended = [...known.keys()].filter((id) => !there.has(id))
      for (const draft of drafts) take(draft)
      for (const id of ended) take({ conversationId: id, text: '', note: false })
      for (const id of Object.keys(store.get().drafts)) if (isUntold(id)) void tell(id)
    },
    close() {
      forget()
      for (const id of [...pauses.keys()]) void tell(id)
    },
  }
}
