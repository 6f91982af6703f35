import { useCallback, useMemo, useRef } from 'react'
import type { IntentRows } from '../../../src/protocol/editing.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useFacts } from '../form/use-facts.ts'
import { useWords } from '../use-words.ts'
import type { YamlHelp } from './complete-yaml.ts'
import type { Schema } from './schema-walk.ts'

/** What the editor proposes from; it may come after the file. */
export function useYamlHelp(kind: string | undefined): () => YamlHelp {
  const { docs } = useWords()
  const facts = useFacts()
  const schemas = useLoaded<{ schemas: Record<string, Schema> }>('/api/v1/knowledge/schemas').loaded
  const rows = useLoaded<IntentRows>('/api/v1/knowledge/draft/intents').loaded
  const help = useMemo<YamlHelp>(
    () => ({
      schema: schemas.kind === 'ready' && kind !== undefined ? schemas.value.schemas[kind] : undefined,
      intents: rows.kind === 'ready' ? rows.value.intents.map(({ id, title }) => ({ id, title })) : [],
      facts,
      docs,
    }),
    [schemas, rows, facts, docs, kind],
  )
  const newest = useRef(help)
  newest.current = help
  return useCallback(() => newest.current, [])
}
