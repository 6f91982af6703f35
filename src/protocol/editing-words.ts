import { OPERATORS } from '../domain/conditions.ts'
import { factLabel } from '../domain/facts/fact-labels.ts'
import { FACT_NAMES } from '../domain/facts/fact-names.ts'
import { AUTONOMIES, CARDS, NEEDS } from '../domain/knowledge.ts'
import type { Locale } from '../domain/localized-text.ts'

/** What a form of the knowledge offers to choose from; without the shapes of the wire, so that a page need not load them. */
export const AUTONOMY_CHOICES = AUTONOMIES
export const CARD_CHOICES = CARDS
export const NEED_CHOICES = NEEDS
export const OPERATOR_CHOICES = OPERATORS
export type OperatorChoice = (typeof OPERATORS)[number]

export interface FactChoice {
  readonly name: string
  readonly label: string
}

/** Every fact that each shop has; its own (`shop.…`) and its products' attributes come besides. */
export function listFactChoices(locale: Locale): readonly FactChoice[] {
  return FACT_NAMES.map((name) => ({ name, label: factLabel(name, locale) }))
}

export function nameFact(fact: string, locale: Locale): string {
  return factLabel(fact, locale)
}
