import { type Agent, requireRole } from '../../domain/agent.ts'
import type { Facts } from '../../domain/conditions.ts'
import { AppError } from '../../domain/errors.ts'
import { exampleFact } from '../../domain/facts/example-facts.ts'
import { FACT_NAMES } from '../../domain/facts/fact-names.ts'
import { orderFacts, parcelFacts } from '../../domain/facts/order-facts.ts'
import { productFacts } from '../../domain/facts/product-facts.ts'
import type { Speech } from '../../domain/facts/say.ts'
import { shopFacts, timeFacts } from '../../domain/facts/shop-facts.ts'
import { isFields, type Written } from '../../domain/intent-form.ts'
import { LOCALES } from '../../domain/localized-text.ts'
import type { Renderer } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'
import { readDraft } from './read-draft.ts'

export interface PreviewWish {
  readonly say: Written
  readonly product?: string | undefined
  /** An order's number. */
  readonly order?: string | undefined
}

export interface PreviewedAnswer {
  readonly zh?: string
  readonly en?: string
  /** Names that no fact has. */
  readonly unknown: readonly string[]
  /** Figures that neither the text nor a fact vouches for. */
  readonly unbacked: readonly string[]
  /** The facts that were filled in, as the last text shows them. */
  readonly used: Readonly<Record<string, string>>
}

type PreviewDeps = Pick<Deps, 'live' | 'storage' | 'editing' | 'clock' | 'roster'>

/**
 * An answer as a shopper would read it: with the facts of a product and of an order where they are named, else with made-up ones.
 * Throws `template_invalid`, `product_not_found`, `order_not_found`.
 */
export async function previewAnswer(deps: PreviewDeps, agent: Agent, wish: PreviewWish): Promise<PreviewedAnswer> {
  requireRole(agent, 'supervisor')
  const { renderer } = deps.live.current()
  const own = await readOwnFacts(deps)
  const unknown = new Set<string>()
  const unbacked = new Set<string>()
  const used: Record<string, string> = {}
  const texts: { zh?: string; en?: string } = {}
  for (const locale of LOCALES) {
    const say = wish.say[locale]
    if (say === undefined || say.trim() === '') continue
    const speech = speechIn(deps, locale)
    const known = { ...own[locale], ...(await knownFacts(deps, wish, speech)) }
    const { facts, strange } = fill(namesIn(renderer, say), known, speech)
    for (const name of strange) unknown.add(name)
    const rendered = renderOnce(renderer, say, { facts, locale })
    if ('text' in rendered) {
      texts[locale] = rendered.text
      Object.assign(used, rendered.used)
    } else if ('unbacked' in rendered) for (const figure of rendered.unbacked) unbacked.add(figure)
  }
  for (const name of unknown) delete used[name]
  return { ...texts, unknown: [...unknown], unbacked: [...unbacked], used }
}

function speechIn({ live, clock }: PreviewDeps, locale: 'zh' | 'en'): Speech {
  const { language, timeZone, currency } = live.current().knowledge.shop
  return { locale, language, timeZone, currency, now: clock.now() }
}

/** The facts of the draft's shop.yaml: one that is not published yet is known here already. */
async function readOwnFacts({ editing, ...deps }: PreviewDeps): Promise<Record<'zh' | 'en', Facts>> {
  const { files } = await readDraft({ editing, ...deps })
  const own = ownFactsOf(editing.scribe.read, files['shop.yaml'] ?? '')
  const { language } = deps.live.current().knowledge.shop
  const inLocale = (locale: 'zh' | 'en'): Facts =>
    Object.fromEntries(
      Object.entries(own).flatMap(([key, text]) => {
        const said = isFields(text) ? (text[locale] ?? text[language] ?? text['zh'] ?? text['en']) : text
        return said === undefined || said === null ? [] : [[`shop.${key}`, String(said)]]
      }),
    )
  return { zh: inLocale('zh'), en: inLocale('en') }
}

function ownFactsOf(read: (text: string) => unknown, text: string): Readonly<Record<string, unknown>> {
  try {
    const file = read(text)
    const shop = isFields(file) ? file['shop'] : undefined
    const facts = isFields(shop) ? shop['facts'] : undefined
    return isFields(facts) ? facts : {}
  } catch (error) {
    if (error instanceof AppError) return {}
    throw error
  }
}

async function knownFacts(deps: PreviewDeps, wish: PreviewWish, speech: Speech): Promise<Facts> {
  const { knowledge } = deps.live.current()
  const product = wish.product === undefined ? undefined : knowledge.products.get(wish.product)
  if (wish.product !== undefined && !product) throw new AppError('product_not_found')
  const order = wish.order === undefined ? undefined : await deps.storage.orders.find(wish.order)
  if (wish.order !== undefined && !order) throw new AppError('order_not_found')
  return {
    ...shopFacts(knowledge, speech),
    ...timeFacts(knowledge, deps.roster.onDuty().length, speech),
    ...(product && productFacts(product, speech)),
    ...(order && { ...orderFacts(order, 1, speech), ...parcelFacts(order, knowledge.dialogue.stuckHours, speech) }),
    // An attribute that only some products have is one of a product that has it.
    ...(!product && attributesOf(deps, speech)),
  }
}

function attributesOf({ live }: PreviewDeps, speech: Speech): Facts {
  const facts: Facts[] = []
  for (const product of live.current().knowledge.products.values()) {
    const all = productFacts(product, speech)
    facts.push(
      Object.fromEntries(Object.keys(product.attributes).map((key) => [`product.${key}`, all[`product.${key}`] ?? ''])),
    )
  }
  return Object.assign({}, ...facts.toReversed())
}

const NAMES: ReadonlySet<string> = new Set(FACT_NAMES)

function fill(names: readonly string[], known: Facts, speech: Speech) {
  const strange: string[] = []
  const entries = names.map((name) => {
    const value = known[name] ?? exampleFact(name, speech)
    if (value === undefined && !NAMES.has(name)) strange.push(name)
    return [name, value ?? `⟦${name}⟧`] as const
  })
  return { facts: Object.fromEntries(entries) as Facts, strange }
}

function namesIn(renderer: Renderer, say: string): readonly string[] {
  return orInvalid(() => renderer.factsOf(say))
}

function renderOnce(renderer: Renderer, say: string, { facts, locale }: { facts: Facts; locale: 'zh' | 'en' }) {
  return orInvalid(() => renderer.render(say, facts, locale))
}

function orInvalid<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    // What an owner has typed may be no template at all; that is theirs to mend, no fault of ours.
    const [line = ''] = cause instanceof Error ? cause.message.split('\n') : []
    throw new AppError('template_invalid', { message: `A text cannot be read: ${line}` })
  }
}
