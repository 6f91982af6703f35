import { AGAINST, BACKGROUND, type Labels } from './learner/labels.ts'
import { exactKey, normalise } from './text/normalise.ts'
import type { TrainingSource } from './training-source.ts'

/** The training source as rows of text with what each of them teaches. */
export interface Lesson {
  readonly texts: readonly string[]
  readonly labels: Labels
  readonly isTitle: (row: number) => boolean
}

export function toLesson({ intents, outOfScope }: TrainingSource): Lesson {
  const rows: { text: string; label: number; against: number; title: boolean }[] = []
  for (const [classId, { titles, examples, not }] of intents.entries()) {
    for (const text of titles) rows.push({ text, label: classId, against: -1, title: true })
    for (const text of examples) rows.push({ text, label: classId, against: -1, title: false })
    for (const text of not) rows.push({ text, label: AGAINST, against: classId, title: false })
  }
  for (const text of outOfScope) rows.push({ text, label: BACKGROUND, against: -1, title: false })

  return {
    texts: rows.map(({ text }) => text),
    labels: {
      classes: intents.length,
      labels: Int32Array.from(rows, ({ label }) => label),
      against: Int32Array.from(rows, ({ against }) => against),
    },
    isTitle: (row) => rows[row]?.title ?? false,
  }
}

/** Exact texts → row. A text that two intents claim is left to the classifier. */
export function toExactStage({ texts, labels }: Lesson): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>()
  const disputed = new Set<string>()
  for (const [row, text] of texts.entries()) {
    const key = exactKey(normalise(text))
    if (labels.labels[row] === AGAINST || key === '') continue

    const other = rowOf.get(key)
    if (other === undefined) rowOf.set(key, row)
    else if (labels.labels[other] !== labels.labels[row]) disputed.add(key)
  }
  for (const key of disputed) rowOf.delete(key)
  return rowOf
}
