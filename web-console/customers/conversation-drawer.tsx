import { Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DeskMessage } from '../../src/protocol/console.ts'
import type { ConversationDetail } from '../../src/protocol/http.ts'
import { MessageList } from '../desk/message-list.tsx'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { mergeMessages } from '../state/thread-messages.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import '../desk/transcript.css'

interface ConversationDrawerProps {
  readonly id: string
  readonly onClose: () => void
}

/** A conversation to read, beside whatever one was doing. */
export function ConversationDrawer({ id, onClose }: ConversationDrawerProps) {
  const path = `/api/v1/conversations/${encodeURIComponent(id)}`
  const texts = useTexts()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const { loaded, reload, put } = useLoaded<ConversationDetail>(path)
  const detail = loaded.kind === 'ready' ? loaded.value : undefined

  async function earlier(from: ConversationDetail): Promise<void> {
    const first = from.messages[0]?.seq ?? 1
    type Page = { messages: DeskMessage[]; earlier: boolean }
    const page = await request<Page>('GET', `${path}/messages?beforeSeq=${first}`)
    put({ ...from, messages: [...mergeMessages(from.messages, page.messages)], earlier: page.earlier })
  }

  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={
        detail
          ? `${texts.status[detail.conversation.status]} · ${formatMoment(detail.conversation.createdAt, locale)}`
          : texts.loading
      }
      extra={
        <button type="button" className="text-button" onClick={() => navigate(`/?tab=archive&c=${id}`)}>
          {texts.customer.openOnDesk}
        </button>
      }
      classNames={{ body: 'drawer-transcript' }}
    >
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active avatar paragraph={{ rows: 5 }} /> : null}
      {detail ? <ReadOnly detail={detail} onEarlier={() => void earlier(detail)} /> : null}
    </Drawer>
  )
}

function ReadOnly({ detail, onEarlier }: { readonly detail: ConversationDetail; readonly onEarlier: () => void }) {
  const texts = useTexts()
  const [asked, setAsked] = useState(0)
  const first = detail.messages[0]?.seq ?? 0
  return (
    <div className="transcript-inner">
      {detail.earlier ? (
        <button
          type="button"
          className="text-button"
          disabled={asked === first}
          onClick={() => {
            setAsked(first)
            onEarlier()
          }}
        >
          {texts.thread.earlier}
        </button>
      ) : null}
      <MessageList conversation={detail.conversation} messages={detail.messages} />
    </div>
  )
}
