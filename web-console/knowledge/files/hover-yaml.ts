import { nameFact } from '../../../src/protocol/editing-words.ts'
import type { Locale } from '../../texts/use-texts.ts'
import type { YamlHelp } from './complete-yaml.ts'
import { placeAt } from './place-at.ts'
import { describe, schemasAt } from './schema-walk.ts'

export interface Hover {
  readonly from: number
  readonly until: number
  readonly words: readonly string[]
}

/** What the word under the pointer means: a key, a fact, or the id of an intent. */
export function hoverAt(text: string, at: number, help: YamlHelp, locale: Locale): Hover | undefined {
  const from = at - (/[\w.-]*$/.exec(text.slice(Math.max(0, at - 80), at))?.[0].length ?? 0)
  const until = at + (/^[\w.-]*/.exec(text.slice(at, at + 80))?.[0].length ?? 0)
  const word = text.slice(from, until)
  if (word === '') return undefined

  const words = /^["']?\s*:(?:\s|$)/.test(text.slice(until, until + 4))
    ? sayKey({ text, until, word }, help, locale)
    : sayValue(word, help, locale)
  return words.length === 0 ? undefined : { from, until, words }
}

interface Found {
  readonly text: string
  readonly until: number
  readonly word: string
}

function sayKey({ text, until, word }: Found, { schema, docs }: YamlHelp, locale: Locale): readonly string[] {
  const { path } = placeAt(text, text.indexOf(':', until) + 1)
  const dot = word.lastIndexOf('.')
  if (dot > 0) return [`${nameFact(word.slice(0, dot), locale)} (${word.slice(dot + 1)})`]

  const holds = schema ? describe(schemasAt(schema, path)) : ''
  return [docs[word] ?? '', holds === '' ? '' : `${word}: ${holds}`].filter((one) => one !== '')
}

function sayValue(word: string, { intents, facts }: YamlHelp, locale: Locale): readonly string[] {
  const intent = intents.find(({ id }) => id === word)
  if (intent) return [intent.title]
  const fact = facts.find(({ name }) => name === word)
  if (fact) return [fact.label]
  return word.includes('.') && nameFact(word, locale) !== word ? [nameFact(word, locale)] : []
}
