import { Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { IntentSummary } from '../../../src/protocol/knowledge.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { createFuzzySearch } from '../../state/fuzzy-search.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AnswerHere } from './answer-here.tsx'

const SHOWN = 30

/** Search in what the owner wrote; what is opened is said with this conversation's facts. */
export function KnowledgeTab({ conversationId }: { readonly conversationId: string }) {
  const version = useDeskState((state) => state.knowledge?.version ?? '')
  return <Knowledge key={version} conversationId={conversationId} />
}

function Knowledge({ conversationId }: { readonly conversationId: string }) {
  const { loaded, reload } = useLoaded<{ intents: IntentSummary[] }>('/api/v1/knowledge/intents')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="pane-skeleton" paragraph={{ rows: 8 }} />

  return <Search intents={loaded.value.intents} conversationId={conversationId} />
}

interface SearchProps {
  readonly intents: readonly IntentSummary[]
  readonly conversationId: string
}

function Search({ intents, conversationId }: SearchProps) {
  const { side } = useTexts()
  const [wanted, setWanted] = useState('')
  const [opened, setOpened] = useState<string>()
  const search = useMemo(
    () => createFuzzySearch(intents, ({ title, id, examples, answer = '' }) => [title, id, ...examples, answer]),
    [intents],
  )
  const found = useMemo(() => search(wanted), [search, wanted])
  return (
    <>
      <div className="side-search">
        <Input
          value={wanted}
          placeholder={side.searchKnowledge}
          aria-label={side.searchKnowledge}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <ul className="side-list">
        {found.slice(0, SHOWN).map((intent) => (
          <Row
            key={intent.id}
            intent={intent}
            conversationId={conversationId}
            open={intent.id === opened}
            onToggle={() => setOpened(intent.id === opened ? undefined : intent.id)}
          />
        ))}
      </ul>
      {found.length > SHOWN ? <p className="side-more">{side.more(found.length - SHOWN)}</p> : null}
      {found.length === 0 ? (
        <p className="side-none">
          {side.noIntent}
          <small>{side.noIntentHint}</small>
        </p>
      ) : null}
    </>
  )
}

interface RowProps {
  readonly intent: IntentSummary
  readonly conversationId: string
  readonly open: boolean
  readonly onToggle: () => void
}

function Row({ intent, conversationId, open, onToggle }: RowProps) {
  return (
    <li className={open ? 'open' : ''}>
      <button type="button" className="side-row" aria-expanded={open} onClick={onToggle}>
        <b>{intent.title}</b>
        {open ? null : <small>{intent.answer ?? intent.examples[0] ?? intent.id}</small>}
      </button>
      {open ? <AnswerHere key={conversationId} intent={intent.id} conversationId={conversationId} /> : null}
    </li>
  )
}
