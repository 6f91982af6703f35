import { Liquid, type Template } from 'liquidjs'
import type { Facts, FactValue } from '../domain/conditions.ts'
import { type Locale, textIn, textsOf } from '../domain/localized-text.ts'
import { findUnbacked } from '../domain/promises.ts'
import type { Renderer } from '../ports/world.ts'

interface Compiled {
  readonly templates: Template[]
  /** The facts it names, as `shop.cutoff`. */
  readonly facts: readonly string[]
}

/** Enough for any reply, and an end for a loop that has none. */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: 20_000,
  // Milliseconds; a busy machine must not refuse good knowledge.
  renderLimit: 1000,
  memoryLimit: 1_000_000,
})

/** Throws liquidjs's parse error for a template that is not well formed. */
export function compile(template: string): Compiled {
  const templates = engine.parse(template)
  const facts = engine.globalVariableSegmentsSync(templates).map((segments) => segments.map(String).join('.'))
  return { templates, facts: [...new Set(facts)] }
}

/** Each template is compiled once for the life of the renderer. `fallback` is the shop's language. */
export function createRenderer(fallback: Locale): Renderer {
  const cache = new Map<string, Compiled>()
  const compiledOf = (template: string) => {
    const known = cache.get(template)
    if (known) return known
    const compiled = compile(template)
    cache.set(template, compiled)
    return compiled
  }

  return {
    factsOf: (text) => textsOf(text).flatMap((template) => compiledOf(template).facts),
    render: (text, facts, locale) => {
      const template = textIn(text, locale, fallback)
      const compiled = compiledOf(template)
      const missing = compiled.facts.find((fact) => facts[fact] === undefined)
      if (missing !== undefined) return { missing }

      const rendered: string = engine.renderSync(compiled.templates, nest(compiled.facts, facts))
      const used = usedOf(compiled.facts, facts)
      const unbacked = findUnbacked(rendered, template, Object.values(used))
      return unbacked.length > 0 ? { unbacked } : { text: rendered.trim(), used }
    },
  }
}

function usedOf(names: readonly string[], facts: Facts): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, String(facts[name])]))
}

type Nested = { [key: string]: FactValue | Nested }

/** `{'shop.name': …}` → `{shop: {name: …}}`, which is how templates read it. */
function nest(names: readonly string[], facts: Facts): Nested {
  const root: Nested = {}
  for (const name of names) {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined
    if (value === undefined) continue
    const path = name.split('.')
    const last = path.pop()
    let at = root
    for (const part of path) {
      const next = at[part]
      if (typeof next === 'object') at = next
      else {
        const made: Nested = {}
        at[part] = made
        at = made
      }
    }
    if (last !== undefined) at[last] = value
  }
  return root
}
