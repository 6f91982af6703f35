import type { WidgetMessage } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon, type IconName } from './icon.tsx'

/** As long as the server lets a message be taken back; its clock decides. */
const RECALLABLE_MS = 120_000

/** What can be done with a message: judge an answer, quote it, take back one's own. `fresh`: nothing follows it. */
export function Tools({ message, fresh }: { message: WidgetMessage; fresh: boolean }) {
  const { state, session, texts } = useChat()
  const { helpful, author, body } = message
  const judged = author.kind === 'bot' && body.kind === 'text'
  const here = message.conversationId === state.conversation?.id
  const recallable = here && author.kind === 'customer' && state.now - message.at < RECALLABLE_MS
  const button = (icon: IconName, label: string, onClick: () => void, pressed?: boolean) => (
    <button
      type="button"
      class={`verdict-button ${pressed === undefined ? '' : 'vote'}`}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
  const vote = (value: boolean) =>
    button(
      value ? 'up' : 'down',
      value ? texts.helpful : texts.unhelpful,
      () => helpful !== value && void session.asking.rateAnswer(message, value),
      helpful === value,
    )
  return (
    <span class={`verdict ${judged && (fresh || helpful !== undefined) ? 'verdict-shown' : ''}`}>
      {judged && vote(true)}
      {judged && vote(false)}
      {here && button('reply', texts.quote, () => session.setQuote(message))}
      {recallable && button('undo', texts.recall, () => void session.asking.recall(message.id))}
      {helpful !== undefined && <span class="verdict-thanks">{helpful ? texts.helpfulDone : texts.unhelpfulDone}</span>}
    </span>
  )
}
