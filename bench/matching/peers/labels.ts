import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'

/** Intents under plain names, for peers to which a space, a slash or the word "None" in a label means something. */
export interface Labels {
  toLabel(intent: string): string
  toIntent(label: string): string
}

export function createLabels(rows: readonly LabelledRow[]): Labels {
  const intents = [...new Set(rows.map(({ intent }) => intent))]
  const numbers = new Map(intents.map((intent, at) => [intent, at]))
  return {
    toLabel: (intent) => `L${numbers.get(intent)}`,
    toIntent: (label) => intents[Number(label.slice(1))] ?? label,
  }
}
