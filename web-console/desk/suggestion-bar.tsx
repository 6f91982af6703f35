import { BulbOutlined } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import type { SuggestionView } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { offeredOf } from '../state/select-rows.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type Suggestions, useSuggestions } from './use-suggestions.ts'

/** Up to three proposals of 小二 above the composer. */
export function SuggestionBar({ conversationId }: { readonly conversationId: string }) {
  const texts = useTexts()
  const suggestions = useSuggestions()
  const all = useDeskState((state) => state.suggestions[conversationId])
  const offered = offeredOf(all)
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
        <span className="sure">{formatShare(suggestion.confidence)}</span>
        <Sources suggestion={suggestion} />
        {suggestion.sendsAt === undefined ? null : <Countdown at={suggestion.sendsAt} />}
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
      </footer>
    </article>
  )
}

/** The example that speaks for the suggestion; the others on hover. */
function Sources({ suggestion }: { readonly suggestion: SuggestionView }) {
  const { suggest } = useTexts()
  const [nearest] = suggestion.evidence
  if (!nearest) return null

  const all = suggestion.evidence.map((one) => `${one.example} ${formatShare(one.similarity)}`)
  return (
    <Tooltip title={all.map((line) => <div key={line}>{line}</div>)}>
      <span className="source">
        {suggest.source} “{nearest.example}”
      </span>
    </Tooltip>
  )
}

function Countdown({ at }: { readonly at: number }) {
  const { suggest } = useTexts()
  const now = useNow()
  const seconds = Math.ceil((at - now) / 1000)
  return <span className="countdown">{seconds > 0 ? suggest.sendsIn(seconds) : suggest.sendingNow}</span>
}

interface IgnoreButtonProps {
  readonly label: string
  readonly onIgnore: (reason: string) => void
}

/** Ignoring asks why in one click; the answers make the service better. */
function IgnoreButton({ label, onIgnore }: IgnoreButtonProps) {
  const { suggest } = useTexts()
  const reasons = (
    <div className="reasons">
      {suggest.reasons.map((reason) => (
        <Button key={reason} size="small" onClick={() => onIgnore(reason)}>
          {reason}
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
