import { wordsInView } from '../../../src/protocol/words.ts'
import { listUnread } from '../../core/log-items.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

/** An agent's new message beside the launcher, while the panel is closed. */
export function Preview() {
  const { state, session, texts, open } = useChat()
  const message = listUnread(state.timeline, state.conversation).findLast(
    ({ author, body }) => author.kind === 'agent' && body.kind !== 'recalled',
  )
  if (state.open || !message || message.id === state.dismissedPreview) return null
  const name = message.author.name ?? texts.agent
  const words = wordsInView(message.body) || `[${texts.image}]`
  return (
    <div class="preview" role="status">
      <button type="button" class="preview-open" onClick={open}>
        <span class="avatar" aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span class="preview-words">
          <span class="preview-name">{texts.preview(name)}</span>
          <span class="preview-text">{words}</span>
        </span>
      </button>
      <button
        type="button"
        class="preview-dismiss"
        aria-label={texts.dismiss}
        onClick={() => session.dismiss({ dismissedPreview: message.id })}
      >
        <Icon name="cross" />
      </button>
    </div>
  )
}
