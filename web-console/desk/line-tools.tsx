import { RollbackOutlined } from '@ant-design/icons'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import { wordsInView } from '../../src/protocol/words.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useSay } from '../shell/use-say.ts'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { authorName } from './author-name.ts'
import { quoteText } from './quote-block.tsx'
import { TeachButton } from './teach-button.tsx'
import { useThreadScope } from './thread-scope.ts'

/** As long as the server lets a message be taken back; its clock decides. */
const RECALLABLE = 120_000

interface LineToolsProps {
  readonly message: DeskMessage
  readonly customer: DeskConversation['customer']
}

/** What can be done with one message: answer it by name, teach it to 小二, or take it back. */
export function LineTools({ message, customer }: LineToolsProps) {
  const scope = useThreadScope()
  const me = useDeskState((state) => state.me.id)
  if (!scope || message.body.kind === 'note') return null

  const fresh = message.author.kind === 'agent' && message.author.id === me && Date.now() - message.at < RECALLABLE
  return (
    <span className="line-tools">
      {scope.mine ? <QuoteButton message={message} customer={customer} /> : null}
      <TeachButton message={message} />
      {fresh ? <RecallButton message={message} /> : null}
    </span>
  )
}

function QuoteButton({ message, customer }: LineToolsProps) {
  const texts = useTexts()
  const desk = useDesk()
  const name = authorName(message.author, customer, texts)
  const quote = () => {
    const { conversationId, seq, body } = message
    const draft = desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT
    const words = body.kind === 'note' ? '' : wordsInView(body)
    const quoted = { seq, name, text: quoteText({ kind: body.kind, text: words }, texts) }
    desk.store.send({ type: 'draft:changed', conversationId, draft: { ...draft, note: false, quote: quoted } })
  }
  return (
    <button
      type="button"
      className="line-tool"
      title={texts.quote.act}
      aria-label={texts.quote.actOn(name)}
      onClick={quote}
    >
      <QuoteMark />
    </button>
  )
}

function QuoteMark() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
      <path d="M3 9.5C3 6.6 4.4 4.6 7 3.6l.6 1.2C6 5.6 5.3 6.6 5.2 7.8H7V12H3Zm6 0c0-2.9 1.4-4.9 4-5.9l.6 1.2c-1.6.8-2.3 1.8-2.4 3H13V12H9Z" />
    </svg>
  )
}

/** There for two minutes; what was taken back can be written anew. */
function RecallButton({ message }: { readonly message: DeskMessage }) {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const now = useNow()
  if (now - message.at >= RECALLABLE) return null

  async function recall(): Promise<void> {
    const { id, conversationId, seq, body } = message
    const ack = await desk.wire.request('message:recall', { conversationId, seq })
    if (!ack.ok) say.error(refusalText(texts, ack))
    else if (body.kind === 'text') desk.store.send({ type: 'message:took-back', id, text: body.text })
  }

  return (
    <button
      type="button"
      className="line-tool"
      title={texts.recall.act}
      aria-label={texts.recall.act}
      onClick={() => void recall()}
    >
      <RollbackOutlined />
    </button>
  )
}
