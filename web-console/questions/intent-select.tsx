import { Select } from 'antd'
import { useMemo } from 'react'
import type { IntentSummary } from '../../src/protocol/knowledge.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { createFuzzySearch } from '../state/fuzzy-search.ts'
import { useTexts } from '../texts/use-texts.ts'

interface IntentSelectProps {
  readonly id: string
  readonly value: string
  /** Offered first. */
  readonly near?: readonly { readonly intent: string }[]
  readonly onChange: (intent: string) => void
}

/** One of the shop's intents, found by its title or its examples. */
export function IntentSelect({ id, value, near = [], onChange }: IntentSelectProps) {
  const words = useTexts().questions.lesson
  const { loaded } = useLoaded<{ intents: IntentSummary[] }>('/api/v1/knowledge/intents')
  const intents = loaded.kind === 'ready' ? loaded.value.intents : undefined
  const sorted = useMemo(() => nearFirst(intents ?? [], near), [intents, near])
  const find = useMemo(
    () => createFuzzySearch(sorted, ({ title, id: name, examples }) => [title, name, ...examples]),
    [sorted],
  )
  const found = useMemo(() => {
    // What is being looked for is asked once per key, for all options together.
    let last: { query: string; ids: ReadonlySet<string> } | undefined
    return (query: string, intent: string) => {
      if (last?.query !== query) last = { query, ids: new Set(find(query).map((one) => one.id)) }
      return last.ids.has(intent)
    }
  }, [find])
  return (
    <Select
      id={id}
      className="intent-select"
      showSearch={{ filterOption: (query, option) => found(query, String(option?.value ?? '')) }}
      allowClear
      loading={loaded.kind === 'loading'}
      {...(value !== '' && { value })}
      placeholder={words.pickIntent}
      options={sorted.map(({ id: intent, title }) => ({ value: intent, label: `${title} · ${intent}` }))}
      onChange={(intent?: string) => onChange(intent ?? '')}
    />
  )
}

function nearFirst(intents: readonly IntentSummary[], near: readonly { readonly intent: string }[]) {
  const rank = ({ id }: IntentSummary) => {
    const at = near.findIndex(({ intent }) => intent === id)
    return at < 0 ? near.length : at
  }
  return intents.toSorted((a, b) => rank(a) - rank(b))
}
