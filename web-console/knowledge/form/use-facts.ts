import { useMemo } from 'react'
import { parse } from 'yaml'
import type { FileDetail } from '../../../src/protocol/editing.ts'
import { type FactChoice, listFactChoices } from '../../../src/protocol/editing-words.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useLocale } from '../../texts/use-texts.ts'
import { draftFile } from '../paths.ts'

/** The facts that templates and conditions may name: everybody's, and this shop's own. */
export function useFacts(): readonly FactChoice[] {
  const locale = useLocale()
  const { loaded } = useLoaded<FileDetail>(draftFile('shop.yaml'))
  const text = loaded.kind === 'ready' ? loaded.value.text : ''
  return useMemo(() => [...ownFacts(text), ...listFactChoices(locale)], [text, locale])
}

function ownFacts(text: string): readonly FactChoice[] {
  const facts = readFacts(text)
  return Object.entries(facts).map(([key, value]) => ({
    name: `shop.${key}`,
    label: typeof value === 'object' && value !== null ? String(Object.values(value)[0]) : String(value),
  }))
}

/** A file that is broken has none; its own page says so. */
function readFacts(text: string): object {
  try {
    const file = parse(text) as { shop?: { facts?: unknown } } | undefined
    const facts = file?.shop?.facts
    return typeof facts === 'object' && facts !== null ? facts : {}
  } catch {
    return {}
  }
}
