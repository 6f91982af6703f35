import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import type { PendingMessage } from '../state/desk-state.ts'
import { MessageRow } from './message-list.tsx'
import { PendingLine } from './pending-line.tsx'

interface TranscriptRowProps {
  readonly conversation: DeskConversation
  readonly message: DeskMessage | undefined
  readonly before: DeskMessage | undefined
  readonly pending: PendingMessage | undefined
  readonly flashed: boolean
  readonly last: boolean
}

/** One row of the log: what was said, or what is on its way. */
export function TranscriptRow({ conversation, message, before, pending, flashed, last }: TranscriptRowProps) {
  return (
    <div className={`transcript-row${flashed ? ' flashed' : ''}${last ? ' last' : ''}`}>
      {message ? <MessageRow conversation={conversation} message={message} before={before} /> : null}
      {pending ? <PendingLine pending={pending} /> : null}
    </div>
  )
}
