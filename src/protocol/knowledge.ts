import { z } from 'zod'
import { attributeLabel } from '../domain/facts/attribute-labels.ts'
import { factLabel } from '../domain/facts/fact-labels.ts'
import { flowStartedBy } from '../domain/flow/flow.ts'
import { type Answer, AUTONOMIES, type Intent, type KnowledgeBase, type Product } from '../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import { formatMoney, toProductCard } from '../domain/present.ts'
import { sayCondition } from '../domain/say-condition.ts'
import { variantText } from '../domain/skills/variants.ts'
import { OptionView, ProductCardView, TableCardView } from './common.ts'

/** Of a list to search in, the first examples find what the others would. */
const EXAMPLES_IN_LIST = 20

const InBoth = z.object({ zh: z.string(), en: z.string() })
const AsWritten = z.object({ zh: z.string().optional(), en: z.string().optional() })

/** An intent as a row of a list that is searched in. */
export const IntentSummary = z.object({
  id: z.string(),
  title: z.string(),
  examples: z.array(z.string()),
  /** The first answer as it is written, with its placeholders. */
  answer: z.string().optional(),
})
export type IntentSummary = z.infer<typeof IntentSummary>

/** One of an intent's answers, as the owner wrote it. */
export const AnswerView = z.object({
  say: AsWritten,
  when: InBoth.optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  priority: z.number(),
  /** Whose own answer it is; absent: the shop's. */
  product: OptionView.optional(),
  show: z.array(z.string()),
})
export type AnswerView = z.infer<typeof AnswerView>

export const IntentDetail = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string().optional(),
  autonomy: z.enum(AUTONOMIES),
  needs: z.enum(['product', 'order']).optional(),
  examples: z.array(z.string()),
  not: z.array(z.string()),
  answers: z.array(AnswerView),
  /** Of products that answer it in their own way. */
  productAnswers: z.array(AnswerView),
  next: z.array(OptionView),
  flow: OptionView.optional(),
  version: z.string(),
})
export type IntentDetail = z.infer<typeof IntentDetail>

export const ProductDetail = z.object({
  card: ProductCardView,
  category: z.string(),
  summary: z.string(),
  attributes: z.array(z.object({ label: z.string(), text: z.string() })),
  variants: z.array(z.object({ sku: z.string(), name: z.string(), price: z.string(), stock: z.number() })),
  sizeTable: TableCardView.optional(),
})
export type ProductDetail = z.infer<typeof ProductDetail>

/** What an intent's answer says in a conversation, or why it says nothing. */
export const AnswerFound = z.object({
  text: z.string().optional(),
  /** Its place within the list of answers, from 0. */
  answer: z.number().optional(),
  ofProduct: z.boolean().optional(),
  /** The fact that is wanting. */
  missing: z.object({ fact: z.string(), label: InBoth }).optional(),
})
export type AnswerFound = z.infer<typeof AnswerFound>

export const KNOWLEDGE_ROUTES = {
  'GET /api/v1/knowledge/intents': { reply: z.object({ intents: z.array(IntentSummary), version: z.string() }) },
  'GET /api/v1/knowledge/intents/{id}': { reply: IntentDetail },
  'GET /api/v1/products/{id}': { reply: ProductDetail },
  'POST /api/v1/conversations/{id}/answers/{intent}': { reply: AnswerFound },
} as const

export function toIntentSummary({ id, title, examples, answers }: Intent, { shop }: KnowledgeBase): IntentSummary {
  const [first] = answers
  return {
    id,
    title: textIn(title, shop.language, shop.language),
    examples: examples.slice(0, EXAMPLES_IN_LIST),
    ...(first && { answer: textIn(first.say, shop.language, shop.language) }),
  }
}

export function toIntentDetail(intent: Intent, knowledge: KnowledgeBase): IntentDetail {
  const { shop, flows, intents, products, version } = knowledge
  const say = (text: LocalizedText) => textIn(text, shop.language, shop.language)
  const flow = flowStartedBy(flows, intent.id)
  return {
    id: intent.id,
    title: say(intent.title),
    ...(intent.file !== undefined && { file: intent.file }),
    autonomy: intent.autonomy,
    ...(intent.needs && { needs: intent.needs }),
    examples: [...intent.examples],
    not: [...intent.not],
    answers: intent.answers.map((one) => toAnswerView(one, knowledge)),
    productAnswers: [...products.values()].flatMap((product) =>
      (product.answers[intent.id] ?? []).map((one) => toAnswerView(one, knowledge, product)),
    ),
    next: intent.next.map((id) => ({ value: id, label: say(intents.get(id)?.title ?? id) })),
    ...(flow && { flow: { value: flow.id, label: say(flow.title) } }),
    version,
  }
}

export function toAnswerView(answer: Answer, { shop }: KnowledgeBase, product?: Product): AnswerView {
  const { say, when, valid, priority, show } = answer
  return {
    say: typeof say === 'string' ? { [shop.language]: say } : { ...say },
    ...(when && { when: { zh: sayCondition(when, 'zh'), en: sayCondition(when, 'en') } }),
    ...(valid?.from !== undefined && { from: valid.from }),
    ...(valid?.until !== undefined && { until: valid.until }),
    priority,
    ...(product && { product: { value: product.id, label: textIn(product.name, shop.language, shop.language) } }),
    show: [...show],
  }
}

export function toProductDetail(product: Product, knowledge: KnowledgeBase): ProductDetail {
  const { language, currency } = knowledge.shop
  const say = (text: LocalizedText) => textIn(text, language, language)
  const { sizeTable, variants, attributes, price, category, summary } = product
  const columns = Object.entries(sizeTable?.columns ?? {})
  return {
    card: toProductCard(product, knowledge, language),
    category: say(category),
    summary: say(summary),
    attributes: Object.entries(attributes).map(([key, text]) => ({
      label: attributeLabel(key, language),
      text: say(text),
    })),
    variants: variants.map((variant) => ({
      sku: variant.sku,
      name: variantText(variant, language, language),
      price: formatMoney(variant.price ?? price, currency, language),
      stock: variant.stock,
    })),
    ...(sizeTable && {
      sizeTable: {
        columns: columns.map(([, label]) => `${say(label)} (${sizeTable.unit})`),
        rows: sizeTable.rows.map(({ size, cells }) => ({
          label: size,
          cells: columns.map(([key]) => String(cells[key] ?? '')),
        })),
      },
    }),
  }
}

export function toMissingView(fact: string): NonNullable<AnswerFound['missing']> {
  return { fact, label: { zh: factLabel(fact, 'zh'), en: factLabel(fact, 'en') } }
}
