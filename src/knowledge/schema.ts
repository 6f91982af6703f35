import { z } from 'zod'
import { WEEKDAYS } from '../domain/calendar.ts'
import { AUTONOMIES } from '../domain/knowledge.ts'
import { FIRSTS, MODES } from '../domain/reception.ts'

/** The form of the files under `intents/`; `docs/knowledge.md` explains it. Unknown keys are errors: a typo must not be silent. */
const Words = z.string().trim().min(1)
/** What a check says when it fails; `explain-issue.ts` reads it. */
function say(zh: string, en: string, mendZh: string, mendEn: string) {
  return { params: { cause: { zh, en }, mend: { zh: mendZh, en: mendEn } } }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function endsLater(hours: string): boolean {
  const [from = '', until = ''] = hours.split('-')
  return from < until
}

const IntentName = z.string().regex(/^[a-z][a-z0-9_]*$/)
const ProductName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isDay, say('没有这一天', 'there is no such day', '检查月份和日期', 'check month and day'))
const Media = z.string().regex(/^\/media(?:\/[\w-][\w.-]*)+$/)
const CLOCK = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)'
const Hours = z
  .string()
  .regex(new RegExp(`^${CLOCK}-${CLOCK}$`), { abort: true })
  .refine(
    endsLater,
    say(
      '结束不晚于开始',
      'it does not end after it begins',
      '跨夜的班写成两段：到 24:00，再从 00:00 起',
      'write a night shift as two: until 24:00, and from 00:00',
    ),
  )
const Share = z.number().min(0).max(1)

const Localized = z.union([
  Words,
  z
    .strictObject({ zh: Words.exactOptional(), en: Words.exactOptional() })
    .refine(
      (text) => text.zh !== undefined || text.en !== undefined,
      say('没有写任何语言', 'it has no language', '至少写 zh 或 en', 'write zh or en at least'),
    ),
])

const FactValue = z.union([z.string(), z.number(), z.boolean()])
interface ConditionInput {
  readonly [key: string]: unknown
}
/** The keys are `fact.operator`; what they hold is checked when the condition is built. */
const Condition: z.ZodType<ConditionInput> = z.record(z.string(), z.union([FactValue, z.array(z.unknown())]))

const Answer = z.strictObject({
  say: Localized,
  when: Condition.exactOptional(),
  valid: z.strictObject({ from: Day.exactOptional(), until: Day.exactOptional() }).exactOptional(),
  priority: z.number().int().default(0),
  image: Media.exactOptional(),
  products: z.array(ProductName).default([]),
})
export type AnswerInput = z.output<typeof Answer>

const Intent = z.strictObject({
  id: IntentName,
  title: Localized,
  examples: z.array(Words).min(1),
  not: z.array(Words).default([]),
  answers: z.array(Answer).default([]),
  autonomy: z.enum(AUTONOMIES).default('auto'),
  next: z.array(IntentName).default([]),
})

export const IntentsFile = z.strictObject({ intents: z.array(Intent) })
export type IntentsFile = z.output<typeof IntentsFile>

const SizeTable = z.strictObject({
  unit: Words,
  columns: z.record(z.string(), Localized),
  rows: z
    .array(z.object({ size: z.union([z.string(), z.number()]) }).catchall(z.union([z.string(), z.number()])))
    .min(1),
})

const Product = z.strictObject({
  id: ProductName,
  name: Localized,
  aliases: z.array(Words).default([]),
  category: Localized,
  price: z.string().regex(/^\d+(\.\d{1,2})?$/),
  image: Media.exactOptional(),
  summary: Localized,
  attributes: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Localized).default({}),
  variants: z
    .array(
      z.strictObject({
        sku: Words,
        color: Localized.exactOptional(),
        size: z.string().exactOptional(),
        stock: z.number().int().nonnegative(),
      }),
    )
    .min(1),
  size_table: SizeTable.exactOptional(),
  answers: z.record(IntentName, z.array(Answer).min(1)).default({}),
  goes_with: z.array(ProductName).default([]),
})
export const ProductsFile = z.strictObject({ products: z.array(Product) })
export type ProductsFile = z.output<typeof ProductsFile>

export const LexiconFile = z.strictObject({
  synonyms: z.array(z.strictObject({ concept: IntentName, words: z.array(Words).min(1) })).default([]),
  out_of_scope: z.array(Words).default([]),
})
export type LexiconFile = z.output<typeof LexiconFile>

export const TestsFile = z.strictObject({
  tests: z.array(z.strictObject({ say: Words, expect: IntentName.exactOptional(), not: IntentName.exactOptional() })),
})
export type TestsFile = z.output<typeof TestsFile>

const DayHours = z.array(Hours)
export const ShopFile = z.strictObject({
  shop: z.strictObject({
    name: Localized,
    language: z.enum(['zh', 'en']),
    time_zone: Words,
    currency: z.string().regex(/^[A-Z]{3}$/),
    greeting: Localized,
    quick_replies: z.array(IntentName).default([]),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default('#C8400A'),
    facts: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Localized).default({}),
  }),
  hours: z.strictObject({
    weekly: z.strictObject(
      Object.fromEntries(WEEKDAYS.map((day) => [day, DayHours.default([])])) as Record<
        (typeof WEEKDAYS)[number],
        z.ZodDefault<typeof DayHours>
      >,
    ),
    days: z
      .array(z.strictObject({ from: Day, until: Day, open: DayHours, name: Localized.exactOptional() }))
      .default([]),
  }),
  reception: z.strictObject({
    mode: z.enum(MODES).default('auto'),
    first: z.enum(FIRSTS).default('bot'),
    split: Share.default(0.5),
    schedule: z
      .array(z.strictObject({ days: z.array(z.enum(WEEKDAYS)), hours: Hours, mode: z.enum(MODES) }))
      .default([]),
    bot_after_person: z.boolean().default(false),
    auto_above: z.number().positive().default(1.01),
    veto_seconds: z.number().int().positive().default(15),
  }),
  handoff: z.strictObject({
    after_misses: z.number().int().min(1).default(2),
    sensitive: z.array(Words).default([]),
    tiers_first: z.array(z.enum(['vip', 'key', 'regular', 'small'])).default([]),
    vanish_seconds: z.number().int().min(1).default(30),
  }),
  thresholds: z
    .strictObject({
      risk: Share.optional(),
      answer: Share.default(0.55),
      clarify: Share.default(0.18),
      risky: Share.default(0.7),
      risky_intents: z.array(IntentName).default([]),
    })
    .refine(
      (one) => one.clarify <= one.answer,
      say(
        'clarify 比 answer 还高',
        'clarify is above answer',
        '把 clarify 调到 answer 以下',
        'put clarify below answer',
      ),
    ),
})
export type ShopFile = z.output<typeof ShopFile>

/** Every kind of file, by the name that its JSON Schema gets. */
export const FILE_KINDS = {
  shop: ShopFile,
  intents: IntentsFile,
  products: ProductsFile,
  lexicon: LexiconFile,
  tests: TestsFile,
} as const
export type FileKind = keyof typeof FILE_KINDS

const FOLDERS: Readonly<Record<string, FileKind>> = {
  faq: 'intents',
  'pre-sales': 'intents',
  'after-sales': 'intents',
  products: 'products',
  lexicon: 'lexicon',
  tests: 'tests',
}

/** The kind of a file by where it lies, its path being relative to the folder; undefined for files that are none of ours. */
export function kindOf(path: string): FileKind | undefined {
  if (path === 'shop.yaml') return 'shop'
  return FOLDERS[path.split('/')[0] ?? '']
}

/** JSON Schemas for editors, by kind. */
export function toJsonSchemas(): Readonly<Record<FileKind, object>> {
  const entries = Object.entries(FILE_KINDS).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'input' })])
  return Object.fromEntries(entries) as Record<FileKind, object>
}
