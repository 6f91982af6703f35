import { useMemo } from 'react'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

interface Option {
  readonly value: string
  readonly label: string
}

export type FilterOptions = Readonly<
  Record<'status' | 'agent' | 'label' | 'rating' | 'reason' | 'intent' | 'tier', readonly Option[]>
>

/** What each filter can be set to. */
export function useFilterOptions(): FilterOptions {
  const texts = useTexts()
  const agents = useDeskState((state) => state.agents)
  const labels = useDeskState((state) => state.labels)
  const { loaded } = useLoaded<{ intents: Option[] }>('/api/v1/history-choices')
  const intents = loaded.kind === 'ready' ? loaded.value.intents : []
  return useMemo(() => {
    const { history } = texts
    const named = (names: Readonly<Record<string, string>>) =>
      Object.entries(names).map(([value, label]) => ({ value, label }))
    return {
      status: [{ value: 'unresolved', label: history.unresolved }, ...named(texts.status)],
      agent: Object.values(agents).map(({ id, name }) => ({ value: id, label: name })),
      label: labels.map(({ id, name }) => ({ value: id, label: name })),
      rating: [
        { value: 'bad', label: history.ratings.bad },
        ...[5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: history.stars(stars) })),
        { value: 'none', label: history.ratings.none },
      ],
      reason: named(texts.reason),
      intent: intents,
      tier: named(texts.tier),
    }
  }, [texts, agents, labels, intents])
}
