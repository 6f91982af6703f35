import { AUTONOMIES, type Autonomy, CARDS, type Card, NEEDS, type Need } from './knowledge.ts'
import { LOCALES, type Locale } from './localized-text.ts'

/** A text in one language or both; an empty one is none. */
export type Written = { readonly [locale in Locale]?: string | undefined }

export interface AnswerForm {
  /** Its place among the answers in the file; absent: it is new. */
  readonly was?: number | undefined
  readonly say: Written
  /** As it is written in YAML. */
  readonly when?: Readonly<Record<string, unknown>> | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly priority?: number | undefined
  readonly show?: readonly Card[] | undefined
  readonly next?: readonly string[] | undefined
}

/** An intent as a form holds it. What an owner writes besides (pictures, products, orders) is not in it, and stays. */
export interface IntentForm {
  readonly id: string
  readonly title: Written
  readonly examples: readonly string[]
  readonly not: readonly string[]
  readonly answers: readonly AnswerForm[]
  readonly autonomy: Autonomy
  readonly needs?: Need | undefined
  readonly next: readonly string[]
  readonly enabled: boolean
}

/** What stands in a file, read but not judged. */
export type Fields = Readonly<Record<string, unknown>>

/** The order in which an owner writes them. */
const INTENT_KEYS = ['id', 'title', 'enabled', 'examples', 'not', 'needs', 'orders', 'answers', 'autonomy', 'next']
const ANSWER_KEYS = ['say', 'when', 'valid', 'priority', 'image', 'products', 'show', 'next']

/** What is written as a form; a text in one language only is taken to be in the shop's. What does not fit is left out. */
export function toIntentForm(written: Fields, language: Locale): IntentForm {
  const needs = NEEDS.find((one) => one === written['needs'])
  return {
    id: String(written['id'] ?? ''),
    title: toWritten(written['title'], language),
    examples: textsIn(written['examples']),
    not: textsIn(written['not']),
    answers: listIn(written['answers']).flatMap((one, was) =>
      isFields(one) ? [toAnswerForm(one, was, language)] : [],
    ),
    autonomy: AUTONOMIES.find((one) => one === written['autonomy']) ?? 'auto',
    ...(needs && { needs }),
    next: textsIn(written['next']),
    enabled: written['enabled'] !== false,
  }
}

function toAnswerForm(written: Fields, was: number, language: Locale): AnswerForm {
  const { when, valid, priority, show, next } = written
  const dates = isFields(valid) ? valid : {}
  return {
    was,
    say: toWritten(written['say'], language),
    ...(isFields(when) && { when }),
    ...(typeof dates['from'] === 'string' && { from: dates['from'] }),
    ...(typeof dates['until'] === 'string' && { until: dates['until'] }),
    ...(typeof priority === 'number' && { priority }),
    ...(Array.isArray(show) && { show: CARDS.filter((one) => show.includes(one)) }),
    ...(Array.isArray(next) && { next: textsIn(next) }),
  }
}

/** What is to be written for a form in place of what was; all that the form does not hold stays. */
export function writeIntent(form: IntentForm, was: Fields, language: Locale): Fields {
  const before = toIntentForm(was, language)
  const answers = listIn(was['answers'])
  return lay(was, INTENT_KEYS, {
    id: form.id,
    title: writeText(form.title, was['title'], language),
    enabled: form.enabled ? kept(was['enabled'], true) : false,
    examples: same(form.examples, before.examples) ? was['examples'] : form.examples,
    not: writeList(form.not, was['not']),
    needs: form.needs,
    answers: answersOf(form, answers, language, was['answers']),
    autonomy: form.autonomy === before.autonomy ? was['autonomy'] : form.autonomy,
    next: writeList(form.next, was['next']),
  })
}

function answersOf(form: IntentForm, answers: readonly unknown[], language: Locale, was: unknown): unknown {
  if (form.answers.length === 0) return Array.isArray(was) && was.length === 0 ? was : undefined
  return form.answers.map((one) => writeAnswer(one, one.was === undefined ? undefined : answers[one.was], language))
}

/** One answer, with what it had that the form does not hold. */
export function writeAnswer(form: AnswerForm, before: unknown, language: Locale): Fields {
  const was = isFields(before) ? before : {}
  const { when, from, until, priority, show, next } = form
  const dates = isFields(was['valid']) ? was['valid'] : {}
  const valid = lay(dates, ['from', 'until'], { from, until })
  return lay(was, ANSWER_KEYS, {
    say: writeText(form.say, was['say'], language),
    when: when && Object.keys(when).length > 0 ? when : undefined,
    valid: Object.keys(valid).length > 0 ? valid : undefined,
    priority: (priority ?? 0) === 0 ? kept(was['priority'], 0) : priority,
    show: writeList(show ?? [], was['show']),
    // None is not the same as an empty list: that one offers nothing, instead of what the intent offers.
    next,
  })
}

/** Puts values in the place of others, keeps the rest, and adds what is new where an owner would write it. */
function lay(was: Fields, order: readonly string[], values: Fields): Fields {
  const entries = Object.entries(was).flatMap(([key, old]) => {
    const value = Object.hasOwn(values, key) ? values[key] : old
    return value === undefined ? [] : [[key, value] as const]
  })
  for (const [n, key] of order.entries()) {
    const value = values[key]
    if (value === undefined || Object.hasOwn(was, key)) continue
    const before = order.slice(0, n)
    const at = entries.findLastIndex(([name]) => before.includes(name))
    entries.splice(at + 1, 0, [key, value])
  }
  return Object.fromEntries(entries)
}

function toWritten(text: unknown, language: Locale): Written {
  if (typeof text === 'string' || typeof text === 'number') return { [language]: String(text) }
  if (!isFields(text)) return {}
  return Object.fromEntries(
    LOCALES.flatMap((locale) => (typeof text[locale] === 'string' ? [[locale, text[locale]]] : [])),
  )
}

/** One string where it was one, or is new, and nothing is said in another language. */
function writeText(text: Written, was: unknown, language: Locale): unknown {
  const said = LOCALES.flatMap((locale) => {
    const one = text[locale]?.replaceAll('\r\n', '\n')
    return one === undefined || one.trim() === '' ? [] : [[locale, one] as const]
  })
  const [only] = said
  if (said.length === 1 && only?.[0] === language && !isFields(was)) return only[1]
  return said.length === 0 ? '' : Object.fromEntries(said)
}

function writeList(list: readonly string[], was: unknown): unknown {
  if (list.length === 0) return Array.isArray(was) && was.length === 0 ? was : undefined
  return list
}

/** A default that was written out stays. */
function kept(was: unknown, usual: unknown): unknown {
  return was === usual ? was : undefined
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n])
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textsIn(value: unknown): readonly string[] {
  return listIn(value).flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []))
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
