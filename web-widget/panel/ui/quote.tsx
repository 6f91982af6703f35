import { wordsInView } from '../../../src/protocol/words.ts'
import type { WidgetMessage } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

type Quoted = NonNullable<WidgetMessage['quote']>

/** How many pages are fetched to find a message that is quoted. */
const PAGES = 20

function useName(): (author: Quoted['author']) => string {
  const { texts } = useChat()
  return ({ kind, name }) => (kind === 'customer' ? texts.you : kind === 'bot' ? texts.botName : (name ?? texts.agent))
}

/** What a message answers; pressed, it leads there. */
export function Quote({ message, quote }: { message: WidgetMessage; quote: Quoted }) {
  const { session, texts } = useChat()
  const name = useName()
  const jump = async (from: HTMLElement) => {
    const find = () => from.closest('.log')?.querySelector(`[data-id="${message.conversationId}.${quote.seq}"]`)
    for (let page = 0; page < PAGES && !find() && session.history.hasEarlier(); page += 1) {
      await session.history.loadEarlier()
      await new Promise(requestAnimationFrame)
    }
    const row = find()
    row?.scrollIntoView({ block: 'center' })
    row?.animate({ opacity: [0.2, 1] }, 900)
  }
  const words = quote.kind === 'recalled' ? texts.recalled : quote.text || `[${texts.image}]`
  return (
    <button type="button" class="quote" onClick={(event) => void jump(event.currentTarget)}>
      {name(quote.author)}: {words}
    </button>
  )
}

/** The message that will be answered, above the field. */
export function QuoteStrip() {
  const { state, session, texts } = useChat()
  const name = useName()
  const { quote } = state
  if (!quote) return null
  return (
    <div class="quoting">
      <span class="quote">
        {name(quote.author)}: {wordsInView(quote.body) || `[${texts.image}]`}
      </span>
      <button type="button" class="verdict-button" aria-label={texts.unquote} onClick={() => session.setQuote()}>
        <Icon name="cross" />
      </button>
    </div>
  )
}
