import { Button } from 'antd'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useTexts } from '../texts/use-texts.ts'
import { TypingLine } from './typing-line.tsx'
import type { History } from './use-history.ts'

/** What the parts above and below the messages are made from. */
export interface Around {
  readonly conversation: DeskConversation
  readonly earlier: boolean
  readonly past: boolean
  readonly history: History
  /** Something was put below the messages. */
  readonly onGrown: () => void
}

export function Beginning({ context }: { readonly context?: Around }) {
  const texts = useTexts()
  const { busy, failed, earlier } = context?.history ?? {}
  return (
    <div className="transcript-start">
      {context?.earlier ? (
        <p className="thread-start">
          {failed ? `${texts.loadFailed} ` : null}
          <Button type="link" size="small" loading={busy ?? false} onClick={earlier}>
            {failed ? texts.retry : texts.thread.earlier}
          </Button>
        </p>
      ) : (
        <p className="thread-start">{texts.thread.start}</p>
      )}
    </div>
  )
}

export function End({ context }: { readonly context?: Around }) {
  return (
    <div className="transcript-end">
      {context && !context.past ? <TypingLine conversation={context.conversation} onShown={context.onGrown} /> : null}
    </div>
  )
}
