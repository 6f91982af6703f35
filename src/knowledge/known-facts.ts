import { USUAL_ATTRIBUTES } from '../domain/facts/attribute-labels.ts'
import { FACT_NAMES } from '../domain/facts/fact-names.ts'
import type { Flow } from '../domain/flow/flow.ts'
import type { Product } from '../domain/knowledge.ts'

/** Every fact that may ever be known in this shop. */
export function knownFacts(
  shop: { readonly facts: Readonly<Record<string, unknown>> },
  products: Iterable<Product>,
): ReadonlySet<string> {
  const facts = new Set<string>(FACT_NAMES)
  for (const key of Object.keys(shop.facts)) facts.add(`shop.${key}`)
  for (const key of USUAL_ATTRIBUTES) facts.add(`product.${key}`)
  for (const product of products) {
    for (const key of Object.keys(product.attributes)) facts.add(`product.${key}`)
  }
  return facts
}

/** The facts that a flow's slots become, besides those of the shop. */
export function slotNames({ slots }: Flow): readonly string[] {
  return slots.flatMap(({ name }) => [`slot.${name}`, `slot.${name}_text`])
}
