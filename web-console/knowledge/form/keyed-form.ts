import type { AnswerForm, IntentForm } from '../../../src/protocol/editing.ts'

/** An answer on the page: it keeps its box while others are moved around it. */
export interface KeyedAnswer {
  readonly key: string
  readonly answer: AnswerForm
}

export type KeyedForm = Omit<IntentForm, 'answers'> & { readonly answers: readonly KeyedAnswer[] }

export function toKeyed({ answers, ...form }: IntentForm): KeyedForm {
  return { ...form, answers: answers.map(withKey) }
}

export function withKey(answer: AnswerForm): KeyedAnswer {
  return { key: crypto.randomUUID(), answer }
}

export function toForm({ answers, ...form }: KeyedForm): IntentForm {
  return { ...form, answers: answers.map(({ answer }) => answer) }
}

/** Whether two forms say the same, in whatever order their parts stand. */
export function sameForm(a: IntentForm, b: IntentForm): boolean {
  return toSorted(a) === toSorted(b)
}

function toSorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A list with the one at `from` standing at `to`. */
export function move<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [one] = list.slice(from, from + 1)
  if (one === undefined || to < 0 || to >= list.length) return list
  const others = list.toSpliced(from, 1)
  return others.toSpliced(to, 0, one)
}

/** The same answer once more, below; it is new to the file. */
export function duplicate(list: readonly KeyedAnswer[], at: number): readonly KeyedAnswer[] {
  const one = list[at]
  if (!one) return list
  const { was: _, ...answer } = one.answer
  return list.toSpliced(at + 1, 0, withKey(answer))
}

/** Puts a value in, or leaves it out where it says nothing. */
export function withValue<K extends keyof AnswerForm>(
  answer: AnswerForm,
  key: K,
  value: AnswerForm[K] | undefined,
): AnswerForm {
  const { [key]: _, ...others } = answer
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return (empty ? others : { ...others, [key]: value }) as AnswerForm
}

/** A form as lines, for two of them to be laid side by side. */
export function toLines({ title, examples, not, answers, ...others }: IntentForm): string {
  const lines = [
    `title: ${sayBoth(title)}`,
    ...Object.entries(others).map(
      ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
    'examples:',
    ...examples.map((one) => `  - ${one}`),
    'not:',
    ...not.map((one) => `  - ${one}`),
    'answers:',
    ...answers.flatMap(({ was: _, say, ...rest }) => [
      `  - ${sayBoth(say)}`,
      ...Object.entries(rest).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function sayBoth({ zh, en }: IntentForm['title']): string {
  return [zh, en].filter((one) => one !== undefined).join(' | ')
}
