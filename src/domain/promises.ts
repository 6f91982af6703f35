/** A run of digits with what holds it together: `269`, `39.90`, `16:00`, `2026-11-25`, `78650123349871`. */
const FIGURES = /\d+(?:[.,:/-]\d+)*/g

function figuresIn(text: string): readonly string[] {
  return text.match(FIGURES) ?? []
}

/**
 * The figures of a reply that nobody vouches for: neither a fact that was used nor the owner's own text holds them. A price, a
 * stock, a date, an amount or a tracking number without backing must not be said.
 */
export function findUnbacked(reply: string, template: string, values: Iterable<string>): readonly string[] {
  const figures = figuresIn(reply)
  if (figures.length === 0) return []

  const backed = new Set([template, ...values].flatMap(figuresIn))
  return figures.filter((figure) => !backed.has(figure) && !joins(figure, backed))
}

/** Two backed figures side by side read as one: a range `88-120` of two facts. Points and commas would make another amount of them. */
function joins(figure: string, backed: ReadonlySet<string>): boolean {
  const parts = figure.split(/[:/-]/)
  return parts.length > 1 && parts.every((part) => backed.has(part))
}
