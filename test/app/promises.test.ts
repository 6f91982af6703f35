import { join } from 'node:path'
import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import type { Facts } from '../../src/domain/conditions.ts'
import { FACT_NAMES } from '../../src/domain/facts/fact-names.ts'
import type { Flow } from '../../src/domain/flow/flow.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { LOCALES, type Locale, type LocalizedText, textIn } from '../../src/domain/localized-text.ts'
import { knownFacts } from '../../src/knowledge/known-facts.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { createRenderer } from '../../src/knowledge/renderer.ts'
import { type World, worlds } from './promises/random-world.ts'
import { keyOf, readFigures } from './promises/read-figures.ts'
import { factsOf, flowFacts } from './promises/real-facts.ts'
import { isoDay, type Truth, trueFigures } from './promises/true-figures.ts'

/** A text of the shop in one language, with the facts that it names and those that only it may use. */
interface Spoken {
  readonly where: string
  readonly say: LocalizedText
  readonly locale: Locale
  readonly names: readonly string[]
  /** The figures of its own words. */
  readonly written: ReadonlySet<string>
  readonly own: Facts
}

const renderer = createRenderer('zh')
let knowledge: KnowledgeBase
let spoken: readonly Spoken[]

beforeAll(async () => {
  const loaded = await loadKnowledge(join(ROOT, 'intents'))
  if (!loaded.ok) throw new Error('The demo shop does not load.')
  knowledge = loaded.knowledge
  spoken = listSpoken(knowledge)
})

function listSpoken({ intents, products, flows }: KnowledgeBase): readonly Spoken[] {
  return [
    ...[...intents.values()].flatMap(({ id, answers }) => answers.flatMap(({ say }, n) => speak(`${id} ${n}`, say))),
    ...[...products.values()].flatMap((product) =>
      Object.entries(product.answers).flatMap(([intent, list]) =>
        list.flatMap(({ say }, n) => speak(`${product.id} ${intent} ${n}`, say)),
      ),
    ),
    ...[...flows.values()].flatMap((flow) => {
      const { slots, rules, confirm, done } = flow
      const asks = slots.flatMap(({ name, ask }) => (ask === undefined ? [] : speak(`${flow.id} ${name}`, ask, flow)))
      const ends = [...rules, ...(confirm ? [confirm] : []), ...done]
      return [...asks, ...ends.flatMap(({ say }, n) => speak(`${flow.id} end ${n}`, say, flow))]
    }),
    // What no text of the shop says yet, another shop's may.
    ...FACT_NAMES.flatMap((name) => speak(name, `{{ ${name} }}`)),
  ]
}

/** Texts without facts say what the owner wrote, and nothing else. */
function speak(where: string, say: LocalizedText, flow?: Flow): readonly Spoken[] {
  return LOCALES.map((locale) => {
    const template = textIn(say, locale, 'zh')
    const written = readFigures(template.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '◦'), 0).map(keyOf)
    const own = flow ? flowFacts(flow, locale) : {}
    return { where, say, locale, names: renderer.factsOf(template), written: new Set(written), own }
  }).filter(({ names }) => names.length > 0)
}

/** What is wrong with whatever the shop could say in this world; `twist` is a fault in its facts. */
function listFaults(world: World, twist: (facts: Facts) => Facts = (facts) => facts): readonly string[] {
  const truth = trueFigures(world, knowledge)
  const year = Number(isoDay(world.now).slice(0, 4))
  return sayAll(world, spoken, twist).flatMap(({ where, names, written, rendered }) => {
    if ('missing' in rendered) return []
    if ('unbacked' in rendered) return [`${where}: refused for ${rendered.unbacked}`]
    const stray = listStray(rendered.text, written, truthOf(names, truth), year)
    return stray.length === 0 ? [] : [`${where}: ${stray.join(', ')} in "${rendered.text}"`]
  })
}

function sayAll(world: World, texts: readonly Spoken[], twist: (facts: Facts) => Facts = (facts) => facts) {
  const facts = { zh: twist(factsOf(world, knowledge, 'zh')), en: twist(factsOf(world, knowledge, 'en')) }
  return texts.map((one) => ({
    ...one,
    rendered: renderer.render(one.say, { ...facts[one.locale], ...one.own }, one.locale),
  }))
}

function truthOf(names: readonly string[], truth: Truth): readonly ReadonlySet<string>[] {
  return names.map((name) => truth[name.split('.')[0] ?? ''] ?? new Set())
}

/** Figures that neither the owner's own words nor the bare data behind the facts hold. */
function listStray(reply: string, written: ReadonlySet<string>, truths: readonly ReadonlySet<string>[], year: number) {
  const figures = readFigures(reply, year).map(keyOf)
  return figures.filter((figure) => !written.has(figure) && !truths.some((truth) => truth.has(figure)))
}

/** Faults of the kind that no template can be blamed for: the facts themselves are wrong. */
const MUTANTS: Readonly<Record<string, (facts: Facts) => Facts>> = {
  'a stock that is one too many': (facts) => ({ ...facts, 'product.stock': Number(facts['product.stock']) + 1 }),
  'a price of another product': (facts) => ({ ...facts, 'product.price': '¥268.88' }),
  'a refund of what was paid': (facts) => ({ ...facts, 'refund.amount': facts['order.paid'] ?? '' }),
  'a sum to pay that is a cent too low': (facts) => ({
    ...facts,
    'deal.pay': `¥${(Number(String(facts['deal.pay']).replace(/[¥,]/g, '')) - 0.01).toFixed(2)}`,
  }),
  'a delivery a day too early': (facts) => ({
    ...facts,
    'parcel.eta': String(facts['parcel.eta']).replace(/\d+(?=日| [A-Z])/, (day) => String(Number(day) - 1)),
  }),
  'a due date of the day before': (facts) => ({
    ...facts,
    'case.due': String(facts['case.due']).replace(/\d+(?=日| [A-Z])/, (day) => String(Number(day) - 1)),
  }),
  'a parcel that has been quiet for longer': (facts) => ({
    ...facts,
    'parcel.quiet_hours': Number(facts['parcel.quiet_hours']) + 24,
    'parcel.quiet_days': Number(facts['parcel.quiet_days']) + 1,
  }),
  'the tracking number of somebody else': (facts) => ({ ...facts, 'parcel.number': '7700000000001' }),
}

describe('whatever the demo shop can say', () => {
  it('holds only figures of the data behind its facts, or of its own words, in any world', () => {
    fc.assert(
      fc.property(worlds(knowledge), (world) => {
        expect(listFaults(world)).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('is really said in one world or another', () => {
    let silent = spoken
    for (const world of fc.sample(worlds(knowledge), { seed: 4, numRuns: 300 })) {
      silent = sayAll(world, silent).filter(({ rendered }) => !('text' in rendered))
      if (silent.length === 0) break
    }

    expect(silent.map(({ where, locale, names }) => `${where} ${locale} ${names}`)).toEqual([])
  })

  it('rests on facts that have a name which owners may use', () => {
    const known = knownFacts(knowledge.shop, knowledge.products.values())
    const facts = fc.sample(worlds(knowledge), { seed: 4, numRuns: 20 }).map((world) => factsOf(world, knowledge, 'zh'))
    const nameless = facts.flatMap((one) => Object.keys(one)).filter((name) => !known.has(name))

    expect([...new Set(nameless)]).toEqual([])
  })

  it.each(Object.entries(MUTANTS))('is seen to be wrong with %s', (_what, twist) => {
    const sample = fc.sample(worlds(knowledge), { seed: 4, numRuns: 3 })

    expect(sample.flatMap((world) => listFaults(world, twist)).length).toBeGreaterThan(0)
  })

  it.each([
    '还有 {{ product.stock | plus: 1 }} 件',
    '{{ product.stock }}0 件',
    '单号以 {{ order.number | slice: 2, 4 }} 开头',
  ])('is refused by the guard, and seen by the checker, where a template reckons: %s', (template) => {
    const [world] = fc.sample(worlds(knowledge), { seed: 4, numRuns: 1 })
    if (!world) throw new Error('There is no world.')
    const facts = factsOf(world, knowledge, 'zh')
    const bare = new Liquid().parseAndRenderSync(template, {
      product: { stock: facts['product.stock'] },
      order: { number: facts['order.number'] },
    })
    const [spokenOnce] = speak('mutant', template)
    const { names = [], written = new Set<string>() } = spokenOnce ?? {}

    expect(renderer.render(template, facts, 'zh')).toEqual({ unbacked: [expect.any(String)] })
    expect(listStray(bare, written, truthOf(names, trueFigures(world, knowledge)), 2026)).toHaveLength(1)
  })
})
