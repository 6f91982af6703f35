import { Button } from 'antd'
import type { Desk } from '../live/desk.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT, type PendingMessage } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FileCard } from './file-card.tsx'

/** What I have sent and the server has not acknowledged. */
export function PendingLine({ pending }: { readonly pending: PendingMessage }) {
  const me = useDeskState((state) => state.me)
  const { kind, failed } = pending
  const side = kind === 'note' ? 'note' : 'agent'
  return (
    <div className={`line from-${side} pending${failed ? ' failed' : ''}`}>
      <span className="line-avatar">
        <span className={`avatar face-${side}`}>{me.name.slice(0, 1)}</span>
      </span>
      <div className="line-main">
        <PendingBody pending={pending} />
        <PendingFoot pending={pending} />
      </div>
    </div>
  )
}

function PendingBody({ pending: { kind, content, file } }: { readonly pending: PendingMessage }) {
  const { thread } = useTexts()
  if (kind === 'image') {
    return (
      <span className="picture">
        <img src={content} alt={thread.image} />
      </span>
    )
  }
  if (file) return <FileCard {...file} />
  const words = kind === 'text' || kind === 'note' ? content : kind === 'product' ? thread.product : thread.order
  return <p className="bubble">{words}</p>
}

function PendingFoot({ pending }: { readonly pending: PendingMessage }) {
  const texts = useTexts()
  const desk = useDesk()
  const online = useDeskState((state) => state.connection === 'online')
  const { failed, clientId, conversationId } = pending
  // What is meant for colleagues must not get into words for the customer.
  const noting = useDeskState(({ drafts: { [conversationId]: draft } }) => draft?.note === true && draft.text !== '')
  if (!failed) return <p className="line-foot">{online ? texts.thread.sending : texts.thread.waiting}</p>

  return (
    <p className="line-foot not-sent" role="alert">
      {texts.thread.failed}：{refusalText(texts, failed)}
      {failed.code === 'words_forbidden' ? (
        <Button type="link" size="small" disabled={noting} onClick={() => reword(desk, pending)}>
          {texts.thread.reword}
        </Button>
      ) : (
        <Button type="link" size="small" onClick={() => desk.outbox.retry(clientId)}>
          {texts.thread.resend}
        </Button>
      )}
      <Button type="link" size="small" danger onClick={() => desk.outbox.drop(clientId)}>
        {texts.thread.discard}
      </Button>
    </p>
  )
}

/** Puts the words back into the composer, before whatever was typed there since. */
function reword({ store, outbox }: Desk, { clientId, conversationId, content }: PendingMessage): void {
  const draft = store.get().drafts[conversationId] ?? EMPTY_DRAFT
  const text = [content, draft.text].filter(Boolean).join('\n')
  store.send({ type: 'draft:changed', conversationId, draft: { ...draft, text, note: false } })
  outbox.drop(clientId)
}
