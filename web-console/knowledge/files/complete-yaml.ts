import type { FactChoice } from '../../../src/protocol/editing-words.ts'
import { OPERATOR_CHOICES } from '../../../src/protocol/editing-words.ts'
import { placeAt, type YamlPlace } from './place-at.ts'
import { keysIn, type Schema, schemasAt, valuesIn } from './schema-walk.ts'

export interface Proposal {
  readonly label: string
  /** What is written, where that is more than the label. */
  readonly apply?: string
  readonly detail?: string
  readonly info?: string
  readonly kind: 'key' | 'value' | 'fact'
}

/** What an editor knows besides the text. */
export interface YamlHelp {
  readonly schema: Schema | undefined
  readonly facts: readonly FactChoice[]
  readonly intents: readonly { readonly id: string; readonly title: string }[]
  /** What a key means, by its name. */
  readonly docs: Readonly<Record<string, string>>
}

export interface Proposals {
  /** How many characters before the cursor they replace. */
  readonly replaces: number
  readonly proposals: readonly Proposal[]
}

/** Lists of intents: their entries are ids. */
const OF_INTENTS = ['next', 'start', 'intents', 'quick_replies', 'risky_intents', 'expect']

/** What may be typed at a place: keys of the schema, its values, facts within `{{ }}` and in conditions, ids of intents. */
export function proposeAt(text: string, offset: number, help: YamlHelp): Proposals {
  const fact = /\{\{-?\s*([\w.]*)$/.exec(text.slice(Math.max(0, offset - 80), offset))
  if (fact) return { replaces: fact[1]?.length ?? 0, proposals: help.facts.map(toFact) }

  const place = placeAt(text, offset)
  const proposals = [
    ...(place.wants === 'value' ? [] : keysAt(place, help)),
    ...(place.wants === 'key' ? [] : valuesAt(place, help)),
  ]
  return { replaces: place.typed.length, proposals }
}

function toFact({ name, label }: FactChoice): Proposal {
  return { label: name, detail: label, kind: 'fact' }
}

function keysAt({ path, taken }: YamlPlace, { schema, facts, docs }: YamlHelp): readonly Proposal[] {
  if (path.includes('when')) {
    return facts.flatMap(({ name, label }) =>
      OPERATOR_CHOICES.map((operator) => ({
        label: `${name}.${operator}`,
        apply: `${name}.${operator}: `,
        detail: label,
        kind: 'fact' as const,
      })),
    )
  }
  if (!schema) return []
  return keysIn(schemasAt(schema, path))
    .filter(({ name }) => !taken.includes(name))
    .map(({ name, required, holds }) => ({
      label: name,
      apply: `${name}: `,
      detail: required ? `${holds} *` : holds,
      ...(docs[name] && { info: docs[name] }),
      kind: 'key',
    }))
}

function valuesAt({ path }: YamlPlace, { schema, intents }: YamlHelp): readonly Proposal[] {
  const named = path.findLast((step) => typeof step === 'string')
  if (typeof named === 'string' && OF_INTENTS.includes(named)) {
    return intents.map(({ id, title }) => ({ label: id, detail: title, kind: 'value' }))
  }
  if (!schema) return []
  return [...new Set(valuesIn(schemasAt(schema, path)))].map((label) => ({ label, kind: 'value' }))
}
