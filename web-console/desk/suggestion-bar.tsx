import { BulbOutlined } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SuggestionView } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { offeredOf } from '../state/select-rows.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Countdown } from './countdown.tsx'
import { StartTask } from './side/start-task.tsx'
import { useShown } from './use-shown.ts'
import { type Suggestions, useSuggestions } from './use-suggestions.ts'

/** Up to three proposals of 小二 above the composer. */
export function SuggestionBar({ conversationId }: { readonly conversationId: string }) {
  const texts = useTexts()
  const suggestions = useSuggestions()
  const all = useDeskState((state) => state.suggestions[conversationId])
  const offered = offeredOf(all)
  useShown(conversationId, offered)
  if (offered.length === 0) return null

  return (
    <section className="suggestions" aria-label={texts.suggest.title}>
      {offered.map((suggestion, index) => (
        <SuggestionCard key={suggestion.id} suggestion={suggestion} place={index + 1} suggestions={suggestions} />
      ))}
    </section>
  )
}

interface SuggestionCardProps {
  readonly suggestion: SuggestionView
  readonly place: number
  readonly suggestions: Suggestions
}

function SuggestionCard({ suggestion, place, suggestions }: SuggestionCardProps) {
  const { suggest } = useTexts()
  const [busy, setBusy] = useState(false)
  const timed = suggestion.sendsAt !== undefined

  async function adopt(): Promise<void> {
    setBusy(true)
    await suggestions.adopt(suggestion)
    setBusy(false)
  }

  return (
    <article className={timed ? 'suggestion timed' : 'suggestion'}>
      <header>
        <BulbOutlined aria-hidden="true" />
        <b>{suggestion.title}</b>
        <Sureness suggestion={suggestion} />
        <Sources suggestion={suggestion} />
        {suggestion.sendsAt === undefined ? null : <Countdown from={suggestion.offeredAt} until={suggestion.sendsAt} />}
      </header>
      <p className="suggestion-text">{suggestion.text}</p>
      <footer>
        <Tooltip title={`Alt+${place}`}>
          <Button type="primary" size="small" loading={busy} onClick={() => void adopt()}>
            {timed ? suggest.sendNow : suggest.adopt}
            <kbd>{place}</kbd>
          </Button>
        </Tooltip>
        <Button size="small" onClick={() => void suggestions.edit(suggestion)}>
          {suggest.edit}
        </Button>
        <IgnoreButton
          label={timed ? suggest.stop : suggest.ignore}
          onIgnore={(reason) => void suggestions.ignore(suggestion, reason)}
        />
        {suggestion.source === 'flow' ? (
          <StartTask intent={suggestion.intent} conversationId={suggestion.conversationId} />
        ) : null}
      </footer>
    </article>
  )
}

/** In a word how likely it is right; the figure on hover. */
function Sureness({ suggestion }: { readonly suggestion: SuggestionView }) {
  const { assist } = useTexts()
  return (
    <Tooltip title={formatShare(suggestion.confidence)}>
      <span className={`sure ${suggestion.sureness === 'sure' ? 'certain' : suggestion.sureness}`}>
        {assist.sureness[suggestion.sureness]}
      </span>
    </Tooltip>
  )
}

/** What the text comes from, and the example that speaks for it; the others on hover, the whole intent behind it. */
function Sources({ suggestion }: { readonly suggestion: SuggestionView }) {
  const { assist } = useTexts()
  const { evidence, intent, source, title } = suggestion
  const [nearest] = evidence
  const all = evidence.map((one) => `${one.example} ${formatShare(one.similarity)}`)
  return (
    <Tooltip title={all.map((line) => <div key={line}>{line}</div>)}>
      <Link
        to={`/knowledge/intents/${encodeURIComponent(intent)}`}
        className="source"
        aria-label={assist.seeIntent(title)}
      >
        {assist.from[source]}
        {nearest ? ` “${nearest.example}”` : ''}
      </Link>
    </Tooltip>
  )
}

interface IgnoreButtonProps {
  readonly label: string
  readonly onIgnore: (reason: string) => void
}

/** Ignoring asks why in one click; the answers make the service better. */
function IgnoreButton({ label, onIgnore }: IgnoreButtonProps) {
  const { suggest, assist } = useTexts()
  const reasons = (
    <div className="reasons">
      {Object.entries(assist.reasons).map(([reason, words]) => (
        <Button key={reason} size="small" onClick={() => onIgnore(reason)}>
          {words}
        </Button>
      ))}
    </div>
  )
  return (
    <Popover trigger="click" title={suggest.why} content={reasons} placement="top">
      <Button size="small" type="text">
        {label}
      </Button>
    </Popover>
  )
}
