import { z } from 'zod'

export const Words = z.string().trim().min(1)
/** What a check says when it fails; `explain-issue.ts` reads it. */
export function say(zh: string, en: string, mendZh: string, mendEn: string) {
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

export const IntentName = z.string().regex(/^[a-z][a-z0-9_]*$/)
export const ProductName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isDay, say('没有这一天', 'there is no such day', '检查月份和日期', 'check month and day'))
export const Media = z.string().regex(/^\/media(?:\/[\w-][\w.-]*)+$/)
/** What a page may lead to: never a script in an address. */
export const WebAddress = z.string().regex(/^(?:https?:\/\/|\/)\S+$/)
const CLOCK = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)'
export const Hours = z
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
export const Share = z.number().min(0).max(1)

export const Localized = z.union([
  Words,
  z
    .strictObject({ zh: Words.exactOptional(), en: Words.exactOptional() })
    .refine(
      (text) => text.zh !== undefined || text.en !== undefined,
      say('没有写任何语言', 'it has no language', '至少写 zh 或 en', 'write zh or en at least'),
    ),
])

export const Price = z.string().regex(/^\d+(\.\d{1,2})?$/)
export const Key = z.string().regex(/^[a-z][a-z0-9_]*$/)

const FactValue = z.union([z.string(), z.number(), z.boolean()])
interface ConditionInput {
  readonly [key: string]: unknown
}
/** The keys are `fact.operator`; what they hold is checked when the condition is built. */
export const Condition: z.ZodType<ConditionInput> = z.record(z.string(), z.union([FactValue, z.array(z.unknown())]))
