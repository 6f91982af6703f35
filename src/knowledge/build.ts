import type { Flow } from '../domain/flow/flow.ts'
import type { Intent, KnowledgeBase, OwnerTest, Problem, Product, Selling, ShopProfile } from '../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import { toAnswer } from './build-answer.ts'
import type { ConditionScope } from './build-condition.ts'
import { toCalendar, toDeskPolicy, toSpan } from './build-desk.ts'
import { toFlow } from './build-flow.ts'
import { toMinor, toProduct } from './build-product.ts'
import type { ParsedFile } from './parse-file.ts'
import { createRenderer } from './renderer.ts'
import type { ShopFile } from './schema/shop.ts'

/** A thing that an owner wrote, with where it stands. */
export interface Placed<T> {
  readonly item: T
  readonly file: ParsedFile
  readonly path: readonly PropertyKey[]
}

/** All files, taken together; duplicates are still in the lists, so that they can be reported. */
export interface Collected {
  readonly shop: ParsedFile<'shop'>
  readonly intents: readonly Placed<Intent>[]
  readonly products: readonly Placed<Product>[]
  readonly flows: readonly Placed<Flow>[]
  readonly tests: readonly Placed<OwnerTest>[]
  readonly synonyms: KnowledgeBase['synonyms']
  readonly forbidden: KnowledgeBase['forbidden']
  readonly outOfScope: readonly string[]
}

/** Turns parsed files into domain objects. Problems with conditions are added to `problems`. */
export function collect(files: readonly ParsedFile[], shop: ParsedFile<'shop'>, problems: Problem[]): Collected {
  const fill = filler(writtenFacts(shop.data.shop.facts), shop.data.shop.language)
  const scopeOf = (file: ParsedFile): ConditionScope => ({ place: file.place, fill, problems })
  const ofKind = <K extends ParsedFile['kind']>(kind: K) =>
    files.filter((file): file is ParsedFile<K> & ParsedFile => file.kind === kind)

  return {
    shop,
    intents: ofKind('intents').flatMap((file) =>
      (file as ParsedFile<'intents'>).data.intents.map(({ enabled, ...raw }, index) => {
        const path = ['intents', index]
        const answers = raw.answers.map((one, n) => toAnswer(one, [...path, 'answers', n], scopeOf(file)))
        const item = { ...raw, answers, file: file.place.file, ...(!enabled && { enabled }) }
        return { item, file, path }
      }),
    ),
    products: ofKind('products').flatMap((file) =>
      (file as ParsedFile<'products'>).data.products.map((raw, index) => {
        const path = ['products', index]
        return { item: toProduct(raw, path, scopeOf(file), shop.data.shop.currency), file, path }
      }),
    ),
    flows: ofKind('flows').flatMap((file) =>
      (file as ParsedFile<'flows'>).data.flows.map((raw, index) => {
        const path = ['flows', index]
        return { item: toFlow(raw, path, scopeOf(file)), file, path }
      }),
    ),
    tests: ofKind('tests').flatMap((file) =>
      (file as ParsedFile<'tests'>).data.tests.map((raw, index) => {
        const path = ['tests', index]
        return { item: { ...raw, place: file.place.at(path) }, file, path }
      }),
    ),
    synonyms: ofKind('lexicon').flatMap((file) => (file as ParsedFile<'lexicon'>).data.synonyms),
    outOfScope: ofKind('lexicon').flatMap((file) => (file as ParsedFile<'lexicon'>).data.out_of_scope),
    forbidden: ofKind('lexicon').flatMap((file) => (file as ParsedFile<'lexicon'>).data.forbidden),
  }
}

/** The knowledge that serves, from what was collected and found good. */
export function toKnowledgeBase(collected: Collected, version: string): KnowledgeBase {
  const { shop, hours, reception, handoff, thresholds, dialogue, ratings, security } = collected.shop.data
  return {
    version,
    shop: toProfile(shop),
    calendar: toCalendar(hours, shop.time_zone),
    reception: {
      mode: reception.mode,
      first: reception.first,
      split: reception.split,
      schedule: reception.schedule.map((one) => ({ ...one, hours: toSpan(one.hours) })),
      botAfterPerson: reception.bot_after_person,
      autoAbove: reception.auto_above,
      vetoSeconds: reception.veto_seconds,
    },
    handoff: {
      afterMisses: handoff.after_misses,
      sensitive: handoff.sensitive,
      tiersFirst: handoff.tiers_first,
      vanishSeconds: handoff.vanish_seconds,
    },
    desk: toDeskPolicy(collected.shop.data),
    thresholds: {
      ...(thresholds.risk !== undefined && { risk: thresholds.risk }),
      answer: thresholds.answer,
      clarify: thresholds.clarify,
      risky: thresholds.risky,
      riskyIntents: thresholds.risky_intents,
    },
    intents: new Map(collected.intents.map(({ item }) => [item.id, item])),
    products: new Map(collected.products.map(({ item }) => [item.id, item])),
    flows: new Map(collected.flows.map(({ item }) => [item.id, item])),
    selling: toSelling(collected.shop.data),
    dialogue: {
      forgetMinutes: dialogue.forget_minutes,
      stuckHours: dialogue.stuck_hours,
      proofTries: dialogue.proof_tries,
    },
    security: { secondStep: security.second_step },
    ratings: {
      quietMinutes: ratings.quiet_minutes,
      correctMinutes: ratings.correct_minutes,
      badUpTo: ratings.bad_up_to,
    },
    forbidden: collected.forbidden,
    synonyms: collected.synonyms,
    outOfScope: collected.outOfScope,
    tests: collected.tests.map(({ item }) => item),
  }
}

function toSelling({ shop, selling }: ShopFile): Selling {
  return {
    promotions: selling.promotions.map((one) => ({
      ...one,
      spend: toMinor(one.spend, shop.currency),
      off: toMinor(one.off, shop.currency),
    })),
    ...(selling.bargain_coupon !== undefined && { bargainCoupon: selling.bargain_coupon }),
  }
}

function toProfile(shop: ShopFile['shop']): ShopProfile {
  const unwritten = Object.keys(shop.facts).filter((key) => shop.facts[key] === null)
  return {
    name: shop.name,
    language: shop.language,
    timeZone: shop.time_zone,
    currency: shop.currency,
    greeting: shop.greeting,
    quickReplies: shop.quick_replies,
    accent: shop.accent,
    facts: writtenFacts(shop.facts),
    ...(unwritten.length > 0 && { unwritten }),
  }
}

/** Without those that wait for the owner. */
export function writtenFacts(facts: ShopFile['shop']['facts']): Readonly<Record<string, LocalizedText>> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, LocalizedText] => entry[1] !== null),
  )
}

/** Fills templates that use the owner's own facts only; undefined for any other. */
function filler(facts: Readonly<Record<string, LocalizedText>>, language: 'zh' | 'en') {
  const renderer = createRenderer(language)
  const own = Object.fromEntries(
    Object.entries(facts).map(([key, text]) => [`shop.${key}`, textIn(text, language, language)]),
  )
  return (template: string): string | undefined => {
    const result = renderer.render(template, own, language)
    return 'text' in result ? result.text : undefined
  }
}
