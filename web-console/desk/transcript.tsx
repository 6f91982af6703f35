import { ArrowDownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { loadEarlier } from '../live/fetch-desk.ts'
import { thrownText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useSay } from '../shell/use-say.ts'
import type { Thread } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { MessageList } from './message-list.tsx'
import { PendingList } from './pending-list.tsx'
import { useStickyScroll } from './use-sticky-scroll.ts'

interface TranscriptProps {
  readonly conversation: DeskConversation
  readonly thread: Thread
}

const TYPING_LASTS = 8000

/** The conversation itself; stays at its end unless one has scrolled up to read. */
export function Transcript({ conversation, thread }: TranscriptProps) {
  const texts = useTexts()
  const all = useDeskState((state) => state.outbox)
  const pending = useMemo(() => all.filter((one) => one.conversationId === conversation.id), [all, conversation.id])
  const last = thread.messages.at(-1)?.seq ?? 0
  const scroll = useStickyScroll(`${last}:${pending.length}`, pending.length)

  return (
    <div className="transcript-frame">
      <div className="transcript" ref={scroll.box} onScroll={scroll.onScroll} role="log" aria-label={texts.thread.log}>
        <div className="transcript-inner" ref={scroll.inner}>
          <Earlier conversation={conversation} thread={thread} onBefore={scroll.keepPlace} />
          <MessageList conversation={conversation} messages={thread.messages} />
          <PendingList pending={pending} />
          <CustomerTyping conversationId={conversation.id} />
        </div>
      </div>
      {scroll.away ? (
        <Button className="to-end" shape="round" size="small" icon={<ArrowDownOutlined />} onClick={scroll.toEnd}>
          {scroll.missed ? texts.thread.newMessages : ''}
        </Button>
      ) : null}
    </div>
  )
}

interface EarlierProps extends TranscriptProps {
  readonly onBefore: () => void
}

function Earlier({ conversation, thread, onBefore }: EarlierProps) {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  if (!thread.earlier) return <p className="thread-start">{texts.thread.start}</p>

  async function load(): Promise<void> {
    setBusy(true)
    await loadEarlier(desk.store, conversation.id, onBefore).catch((thrown: unknown) =>
      say.error(thrownText(texts, thrown)),
    )
    setBusy(false)
  }

  return (
    <p className="thread-start">
      <Button type="link" size="small" loading={busy} onClick={() => void load()}>
        {texts.thread.earlier}
      </Button>
    </p>
  )
}

function CustomerTyping({ conversationId }: { readonly conversationId: string }) {
  const at = useDeskState((state) => state.typing[conversationId])
  return at === undefined ? null : <TypingDots at={at} />
}

/** Forgotten by itself: the word that typing has stopped may get lost. */
function TypingDots({ at }: { readonly at: number }) {
  const texts = useTexts()
  const now = useNow()
  if (now - at > TYPING_LASTS) return null

  return (
    <p className="typing">
      <span aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {texts.thread.typing}
    </p>
  )
}
