import { toStatus } from '../../core/status.ts'
import { useChat } from './chat-context.ts'
import { BotFace, Icon } from './icon.tsx'

/** The shop, who answers now, and the way to a person. */
export function Header() {
  const { state, session, texts, close } = useChat()
  const { conversation, queue, shop } = state
  const ready = state.link === 'ready'
  // Without a connection nobody answers, whatever was true a moment ago.
  const status = toStatus(ready ? conversation : undefined, queue, texts)
  const name = conversation?.agent?.name
  // A resolved conversation is over; asking for a person in it would reach nobody.
  const canAsk = ready && conversation?.status === 'bot'

  return (
    <div class="head">
      <span class="avatar head-avatar" aria-hidden="true">
        {conversation?.status === 'assigned' && name ? name.slice(0, 1) : <BotFace />}
      </span>
      <div class="who">
        <h2 class="shop">{shop?.name ?? texts.fallbackShop}</h2>
        <p class="status" role="status">
          <span class={`dot dot-${status.tone}`} />
          <span class="status-text">{status.text}</span>
        </p>
      </div>
      {canAsk && (
        <button type="button" class="head-button ask" onClick={() => void session.asking.askPerson()}>
          <Icon name="person" />
          <span>{shop && !shop.deskOpen ? texts.leaveMessage : texts.askPerson}</span>
        </button>
      )}
      <button type="button" class="head-button head-close" aria-label={texts.close} title={texts.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  )
}
