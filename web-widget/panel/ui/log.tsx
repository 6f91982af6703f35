import { listReplies } from '../../core/card-choices.ts'
import { type LogItem, toLogItems } from '../../core/log-items.ts'
import { toTimeLabel } from '../../core/times.ts'
import type { Option } from '../../core/wire.ts'
import type { ChatState } from '../session/state.ts'
import { useChat } from './chat-context.ts'
import { BotFace, Icon } from './icon.tsx'
import { MessageRow, WaitingRow } from './message.tsx'
import { RatingCard } from './rating.tsx'
import { RichText } from './rich-text.tsx'
import { useStickyScroll } from './use-sticky-scroll.ts'

/** Everything that was said, oldest above, and what may be done about it below. */
export function Log() {
  const { state, texts } = useChat()
  const items = toLogItems(state)
  const { log, away, onScroll, toBottom } = useStickyScroll(items[0]?.key, state.waiting.length)
  return (
    <div class="log-frame">
      <section class="log" ref={log} onScroll={onScroll} aria-label={texts.log}>
        <div class="log-inside">
          <Beginning isEmpty={items.length === 0} />
          <Rows items={items} />
          {state.typing && <Typing />}
          <QuickReplies options={findReplies(items, state)} />
          <RatingCard />
        </div>
      </section>
      {away && (
        <button type="button" class="to-bottom" aria-label={texts.newest} onClick={toBottom}>
          <Icon name="arrow" />
        </button>
      )}
    </div>
  )
}

/** Replies belong to the last words; the shop's own ones to an empty log. */
function findReplies(items: readonly LogItem[], { shop, loaded }: ChatState): readonly Option[] {
  const last = items.at(-1)
  if (!last) return (loaded && shop?.quickReplies) || []
  const body = last.kind === 'message' ? last.message.body : undefined
  return body?.kind === 'text' ? listReplies(body) : []
}

function Beginning({ isEmpty }: { isEmpty: boolean }) {
  const { state, session, texts } = useChat()
  const { shop, loaded, loadingEarlier } = state
  if (session.history.hasEarlier()) {
    return (
      <button
        type="button"
        class="pill earlier"
        disabled={loadingEarlier}
        onClick={() => void session.history.loadEarlier()}
      >
        {loadingEarlier ? texts.loading : texts.earlier}
      </button>
    )
  }
  if (shop) return <Greeting text={shop.greeting} />
  return !loaded && isEmpty ? <Skeleton label={texts.loading} /> : null
}

/** Rows are keyed and never put in again, so that a screen reader reads each once. */
function Rows({ items }: { items: readonly LogItem[] }) {
  const { state, texts } = useChat()
  const last = items.at(-1)
  const lastOwn = items.findLast((item) => item.kind === 'message' && item.own)
  return (
    <div role="log" aria-label={texts.log} aria-busy={!state.loaded} class="rows">
      {items.map((item) => {
        if (item.kind === 'waiting') return <WaitingRow key={item.key} entry={item.entry} own={item.own} />
        if (item.kind === 'message') {
          return <MessageRow key={item.key} item={item} last={item === last} lastOwn={item === lastOwn} />
        }
        return (
          <div key={item.key} class="row time">
            {toTimeLabel(item.at, state.now, state.locale)}
          </div>
        )
      })}
    </div>
  )
}

function Greeting({ text }: { text: string }) {
  const { texts } = useChat()
  return (
    <div class="row bot opens">
      <span class="avatar" aria-hidden="true">
        <BotFace />
      </span>
      <div class="said">
        <span class="name">{texts.botName}</span>
        <p class="bubble">
          <RichText text={text} />
        </p>
      </div>
    </div>
  )
}

function QuickReplies({ options }: { options: readonly Option[] }) {
  const { session, texts } = useChat()
  if (options.length === 0) return null
  return (
    <fieldset class="replies" aria-label={texts.quickReplies}>
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="reply"
          onClick={() => session.send({ kind: 'choice', choice: value, text: label })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

function Typing() {
  const { state, texts } = useChat()
  return (
    <div class={`row opens ${state.typing}`}>
      <span class="avatar" aria-hidden="true">
        {state.typing === 'bot' ? <BotFace /> : (state.conversation?.agent?.name.slice(0, 1) ?? '')}
      </span>
      <div class="bubble typing" role="status">
        <span class="hidden">{state.typing === 'bot' ? texts.typingBot : texts.typingAgent}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}

function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{label}</span>
      <i />
      <i />
      <i />
    </div>
  )
}
